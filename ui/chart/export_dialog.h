// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_data.h"
#include "ui/chart/picture.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace waic::ui {

class ExportPreview;

/// Asks how a chart is to be written: format, size, resolution, theme and ground, beside a preview.  The file is asked
/// afterwards, by the window's dialogs.  Remembers the last choices once accepted.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ExportDialog(const chart::ChartData &chart, QWidget *parent = nullptr);

    PictureOptions options() const;
    void setOptions(const PictureOptions &options);

    /// The choices of last time, else the defaults.
    static PictureOptions lastOptions();

    void accept() override; ///< refuses, with words, what no picture can be

private:
    QWidget *makeForm();
    void fillChoices();
    void addField(QFormLayout *form, const QString &label, const char *name, QWidget *field);
    void choosePreset(int preset);
    void chooseUnit();
    void setSides(const QSize &size);
    bool isPaper() const;
    void refresh();
    void enableFields(const PictureOptions &chosen);
    void showPreset();

    chart::ChartData m_data;
    ExportPreview *m_preview;
    QComboBox *m_format;
    QComboBox *m_preset;
    QComboBox *m_unit;
    QSpinBox *m_width;
    QSpinBox *m_height;
    QSpinBox *m_dpi;
    QComboBox *m_scale;
    QComboBox *m_theme;
    QComboBox *m_ground;
    QLabel *m_words;
    QPushButton *m_export;
};

} // namespace waic::ui
