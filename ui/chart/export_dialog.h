// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_data.h"
#include "ui/chart/picture.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace waic::ui {

/// Asks how a chart is to be written: size, scale, theme and format, beside a preview.  The file is asked afterwards, by the
/// window's dialogs.  Remembers the last choices once accepted.
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
    void choosePreset(int preset);
    void refresh();

    class Preview;
    chart::ChartData m_data;
    Preview *m_preview;
    QComboBox *m_preset;
    QSpinBox *m_width;
    QSpinBox *m_height;
    QComboBox *m_scale;
    QComboBox *m_theme;
    QComboBox *m_format;
    QLabel *m_words;
    QPushButton *m_export;
};

} // namespace waic::ui
