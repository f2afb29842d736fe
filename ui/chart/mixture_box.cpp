// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/mixture_box.h"

#include "chart/field_words.h"
#include "chart/figure_notes.h"
#include "chart/spec_change.h"
#include "ui/common/theme.h"
#include "ui/common/words.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace waic::ui {

namespace {

constexpr qsizetype kMostOffered = 5; ///< values that may be drawn alone
constexpr int kTextWidth = 180;       ///< of a button, which the editor has room for

} // namespace

MixtureBox::MixtureBox(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(8, 8, 8, 8);
    m_layout->setSpacing(6);
    setAutoFillBackground(true);
    hide();
}

void MixtureBox::clear()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void MixtureBox::offer(const QString &text, const chart::ChartSpec &spec)
{
    auto *button = new QPushButton;
    button->setText(literal(button->fontMetrics().elidedText(text, Qt::ElideMiddle, kTextWidth)));
    button->setAccessibleName(text);
    button->setToolTip(plainToolTip(text));
    m_layout->addWidget(button);
    // Later, as the answer to it deletes the button.
    connect(
        button, &QPushButton::clicked, this, [this, spec] { emit chosen(spec); }, Qt::QueuedConnection);
}

void MixtureBox::setData(const chart::ChartData &drawn)
{
    const chart::ChartSpec &spec = drawn.spec;
    const std::vector<chart::Mixture> &mixtures = drawn.mixtures;
    clear();
    QPalette colours = palette();
    colours.setColor(QPalette::Window, themeColour(Token::WarnTint));
    colours.setColor(QPalette::WindowText, themeColour(Token::Warn));
    setPalette(colours);
    for (const chart::Mixture &mixture : mixtures) {
        auto *words = new QLabel(chart::mixtureText(mixture));
        words->setObjectName(QStringLiteral("chartMixture"));
        words->setWordWrap(true);
        words->setTextFormat(Qt::PlainText);
        m_layout->addWidget(words);
        chart::ChartSpec changed = spec;
        changed.split = mixture.field;
        // One that is divided already, if only by what had to be told apart, would be mixed in another way.
        const bool isWhole = spec.split.isNull() && drawn.series.size() == 1;
        if (chart::takesSplit(spec.kind) && isWhole && spec.dimension != mixture.field && chart::checkSpec(changed))
            offer(tr("Draw apart by %1").arg(chart::fieldLabel(mixture.field)), changed);
        for (const QString &value : mixture.values) {
            if (value.isEmpty() || mixture.values.size() > kMostOffered)
                continue;
            changed = spec;
            (mixture.field == QLatin1String("nature")           ? changed.nature
                    : mixture.field == QLatin1String("subject") ? changed.subject
                                                                : changed.definition)
                = value;
            offer(tr("Only “%1”").arg(value), changed);
        }
    }
    setVisible(!mixtures.empty());
}

} // namespace waic::ui
