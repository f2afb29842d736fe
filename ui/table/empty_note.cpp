// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/empty_note.h"

#include "ui/common/theme.h"
#include "ui/common/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <numeric>

namespace waic::ui {

std::optional<std::pair<explore::Condition, int>> conditionToDrop(const explore::Answer &answer)
{
    static const QStringList oneValue{QStringLiteral("kind"), QStringLiteral("edition"), QStringLiteral("country"),
        QStringLiteral("openness"), QStringLiteral("verification")};
    std::optional<std::pair<explore::Condition, int>> best;
    for (const explore::Condition &condition : answer.query.conditions) {
        const auto ofField = [&](const explore::Condition &other) { return other.field == condition.field; };
        const auto counts = std::find_if(answer.facets.begin(), answer.facets.end(),
            [&](const explore::FacetCounts &facet) { return facet.field == condition.field; });
        // Counts add up to rows where a row has one value, and are those without this condition when it is the field's only one.
        if (condition.off || !oneValue.contains(condition.field) || counts == answer.facets.end()
            || std::count_if(answer.query.conditions.begin(), answer.query.conditions.end(), ofField) > 1)
            continue;
        const int rows = std::accumulate(counts->values.begin(), counts->values.end(), 0,
            [](int sum, const explore::FacetValue &value) { return sum + value.count; });
        if (rows > 0 && (!best || rows > best->second))
            best.emplace(condition, rows);
    }
    return best;
}

EmptyNote::EmptyNote(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_text(new QLabel)
    , m_remove(new QPushButton(tr("Remove")))
    , m_clear(new QPushButton(tr("Clear all filters")))
{
    setObjectName(QStringLiteral("emptyNote"));
    m_title->setFont(uiFont(16, 600));
    for (QLabel *label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_remove);
    buttons->addWidget(m_clear);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    layout->addStretch(3);
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeAsked(m_condition); });
    connect(m_clear, &QPushButton::clicked, this, &EmptyNote::clearAsked);
    hide();
}

void EmptyNote::setAnswer(const explore::Answer &answer, bool writable)
{
    if (!answer.ids.empty()) {
        hide();
        return;
    }
    explore::Query terms = answer.query;
    terms.inBin = false;
    const bool filtered = !terms.isEverything();
    const auto drop = filtered ? conditionToDrop(answer) : std::nullopt;
    QString text;
    if (filtered) {
        m_title->setText(tr("No announcement matches"));
        if (drop)
            text = tr("Without “%1” there would be %2.").arg(conditionTitle(drop->first), QLocale().toString(drop->second));
    } else if (answer.query.inBin) {
        m_title->setText(tr("The bin is empty"));
    } else {
        m_title->setText(tr("No announcements yet"));
        if (writable)
            text = tr("Add the first one with Ctrl+N.");
    }
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    if (drop)
        m_condition = drop->first;
    m_remove->setVisible(drop.has_value());
    m_clear->setVisible(filtered);
    show();
}

void EmptyNote::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themeColour(Token::Surface));
}

} // namespace waic::ui
