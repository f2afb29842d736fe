// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_data.h"
#include "chart/proposals.h"
#include "ui/chart/chart_choices.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace waic::ui {

class MixtureBox;
class ValueBox;

/// Says what a chart draws; every change is drawn at once.  What is mixed on an axis is named, with ways to draw it apart.
class ChartEditor : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kWidth = 272;

    explicit ChartEditor(QWidget *parent = nullptr);

    /// What a person may do with the chart that is edited.
    struct State
    {
        bool isDraft = false;    ///< differs from what is kept
        bool isWritable = false; ///< the catalogue
    };
    void setSpec(const chart::ChartSpec &spec, const State &state);
    /// What is drawn: titles made from the numbers stand as hints in their fields.
    void setData(const chart::ChartData &drawn);
    void setMeasures(const std::vector<catalogue::MeasureUse> &measures);
    void setChoices(const ChartChoices::OfMeasure &choices);
    void setOwnFields(const QStringList &names);
    /// The window's question, to be kept as the chart's own.
    void setQuestion(const explore::Query &query) { m_question = query; }

signals:
    void changed(const waic::chart::ChartSpec &spec);
    void measureChosen(const QString &measure); ///< its subjects, definitions … are wanted
    void saveAsked();
    void saveAsAsked();
    void revertAsked();

private:
    void makeFields();
    void makeTexts();
    QWidget *makeButtons();
    void addRow(const QString &label, const char *name, QWidget *field);
    void fillDimensions();
    void showFields();
    void show(const chart::ChartSpec &spec);
    void onEdited();
    void onProposed(int index);
    void keepQuestion(bool on);
    chart::ChartSpec edited() const;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void setRowVisible(QWidget *field, bool visible);

    chart::ChartSpec m_spec;
    State m_state;
    explore::Query m_question;
    std::vector<chart::Proposal> m_proposals;
    QStringList m_ownFields;
    bool m_isFilling = false;

    QFormLayout *m_form;
    QComboBox *m_proposal, *m_kind, *m_shape, *m_figure, *m_scale, *m_order;
    ValueBox *m_measure, *m_second, *m_dimension, *m_split, *m_subject, *m_definition, *m_nature, *m_unit;
    QSpinBox *m_top;
    QCheckBox *m_cumulative, *m_percent, *m_unverified, *m_ownQuestion;
    QLineEdit *m_title, *m_subtitle, *m_source;
    MixtureBox *m_mixtures;
    QPushButton *m_save, *m_saveAs, *m_revert;
};

} // namespace waic::ui
