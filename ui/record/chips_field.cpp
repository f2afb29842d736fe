// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/chips_field.h"

#include "ui/common/flow_layout.h"
#include "ui/common/note_bubble.h"
#include "ui/common/words.h"
#include "ui/dialogs.h"
#include "ui/record/chip.h"
#include "ui/record/ink.h"
#include "ui/record/record_offers.h"
#include "ui/workspace.h"

#include "catalogue/record_edits.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QTimer>

#include <algorithm>
#include <array>

namespace waic::ui {

namespace {

constexpr int kEditorWidth = 180;
constexpr int kEditorHeight = 24;

} // namespace

ChipsField::ChipsField(Workspace &workspace, RecordOffers &offers, const QString &label, const QString &addWords, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_offers(offers)
    , m_layout(new FlowLayout(6, this))
    , m_none(plainLabel(tr("none"), 13, 400, Token::Text3, this))
    , m_add(new AddChip(addWords, this))
    , m_editor(new LineEditor(this))
    , m_note(new NoteBubble(this))
{
    setAccessibleName(label);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_layout->setContentsMargins(0, 2, 0, 2);
    m_none->hide();
    m_editor->hide();
    m_editor->setAccessibleName(addWords);
    m_editor->setFixedHeight(textPixels(kEditorHeight));
    m_editor->setFixedWidth(textPixels(kEditorWidth));
    m_editor->installEventFilter(this);
    m_editor->setSuggestions(std::vector<Suggestion>());
    m_editor->setCreating([](const QString &text) { return tr("Create “%1”").arg(text); });
    m_add->setVisible(workspace.isWritable());
    connect(m_add, &QAbstractButton::clicked, this, &ChipsField::openEditor);
    connect(m_add, &AddChip::stepAsked, this, [this](int steps) { focusChip(int(m_chips.size()) + steps); });
    connect(m_editor, &LineEditor::picked, this, &ChipsField::take);
    connect(m_editor, &QLineEdit::textEdited, m_note, &NoteBubble::dismiss);
    connect(&offers, &RecordOffers::changed, this, [this] {
        if (m_editor->isVisible())
            m_editor->setSuggestions(suggestions());
    });
    connect(&workspace, &Workspace::refused, this, [this](const Error &error) {
        const QString handed = std::exchange(m_handed, QString());
        if (handed.isEmpty() || !m_editor->isVisible() || !m_editor->text().isEmpty())
            return;
        m_editor->setText(handed);
        m_note->showAt(m_editor, capitalised(error.what));
    });
}

void ChipsField::showRecord(const catalogue::Record &record)
{
    const bool same = record.announcement.id == m_announcement;
    m_announcement = record.announcement.id;
    m_handed.clear();
    if (!same)
        closeEditor();
    std::vector<ChipText> texts = chipsOf(record);
    // Most edits are of something else: making widgets and laying them out is the dear part of showing a record.
    if (same && texts == m_shown && m_workspace.isWritable() == m_shownWritable)
        return;
    m_shown = std::move(texts);
    m_shownWritable = m_workspace.isWritable();
    const auto focused = std::find_if(m_chips.begin(), m_chips.end(), [](const Chip *chip) { return chip->hasFocus(); });
    const int walked = same && focused != m_chips.end() ? int(focused - m_chips.begin()) : -1;
    while (QLayoutItem *item = m_layout->takeAt(0))
        delete item;
    for (Chip *chip : std::exchange(m_chips, {})) {
        chip->hide();
        chip->deleteLater(); // it may be its own signal that led here
    }
    int place = 0;
    for (const ChipText &text : m_shown)
        addChip(text, place++);
    m_none->setVisible(m_chips.empty() && !m_workspace.isWritable());
    m_add->setVisible(m_workspace.isWritable() && m_editor->isHidden());
    for (QWidget *widget : {m_none, static_cast<QWidget *>(m_editor), static_cast<QWidget *>(m_add)})
        m_layout->addWidget(widget);
    // Chips made later stand at the end of the chain: they follow what has the focus before this field.
    QWidget *before = previousInFocusChain();
    while (before != this && (!(before->focusPolicy() & Qt::TabFocus) || isAncestorOf(before)))
        before = before->previousInFocusChain();
    const auto follow = [&before](QWidget *widget) {
        setTabOrder(before, widget);
        before = widget;
    };
    for (Chip *chip : m_chips)
        follow(chip);
    follow(m_editor);
    follow(m_add);
    if (walked >= 0)
        focusChip(std::min(walked, int(m_chips.size())));
    relayout();
}

void ChipsField::addChip(const ChipText &text, int place)
{
    auto *chip = new Chip(text.name, text.note, m_workspace.isWritable(), this);
    connect(chip, &Chip::removeAsked, this, [this, place] { remove(place); });
    connect(chip, &Chip::menuAsked, this, [this, place] { showMenu(place); });
    connect(chip, &Chip::stepAsked, this, [this, place](int steps) { focusChip(place + steps); });
    m_layout->addWidget(chip);
    chip->show();
    m_chips.push_back(chip);
}

void ChipsField::relayout()
{
    m_layout->invalidate(); // new items alone do not
    m_layout->activate();   // nor does a size that stays the same
    updateGeometry();
}

void ChipsField::focusChip(int chip)
{
    if (chip >= int(m_chips.size()))
        m_add->setFocus(Qt::TabFocusReason);
    else if (chip >= 0)
        m_chips[std::size_t(chip)]->setFocus(Qt::TabFocusReason);
}

void ChipsField::openEditor()
{
    m_offers.refresh();
    m_add->hide();
    m_editor->show();
    m_editor->setSuggestions(suggestions());
    relayout();
    m_editor->setFocus(Qt::OtherFocusReason);
    QTimer::singleShot(0, m_editor, [this] { m_editor->placeList(); }); // once the page has scrolled to it
}

void ChipsField::closeEditor()
{
    if (m_editor->isHidden())
        return;
    m_note->dismiss();
    const bool focus = m_editor->hasFocus();
    m_editor->clear();
    m_add->setVisible(m_workspace.isWritable());
    if (focus)
        m_add->setFocus(Qt::OtherFocusReason);
    m_editor->hide();
    relayout();
}

void ChipsField::take()
{
    Suggestion chosen{m_editor->text().simplified()};
    if (const std::optional<Suggestion> choice = m_editor->choice())
        chosen = *choice;
    if (chosen.value.isEmpty()) {
        closeEditor();
        return;
    }
    m_editor->hideList();
    m_editor->clear();
    m_handed = chosen.value;
    m_workspace.apply(addition(chosen));
}

void ChipsField::remove(int chip)
{
    if (m_workspace.isWritable() && chip < int(m_chips.size()))
        m_workspace.apply(removal(chip));
}

void ChipsField::showMenu(int chip)
{
    if (!m_workspace.isWritable() || chip >= int(m_chips.size()))
        return;
    m_offers.refresh(); // its roles
    const Chip *at = m_chips[std::size_t(chip)];
    QMenu menu(this);
    fillMenu(menu, chip);
    menu.exec(at->mapToGlobal(QPoint(0, at->height() + 2)));
}

void ChipsField::fillMenu(QMenu &menu, int chip)
{
    menu.addAction(tr("Remove"), this, [this, chip] { remove(chip); });
}

bool ChipsField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_editor)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            closeEditor();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            take();
            return true;
        }
    }
    if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        const bool stays = reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason;
        if (!stays && m_editor->text().trimmed().isEmpty())
            QMetaObject::invokeMethod(this, &ChipsField::closeEditor, Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

OrganisationsField::OrganisationsField(Workspace &workspace, RecordOffers &offers, QWidget *parent)
    : ChipsField(workspace, offers, tr("Organisations"), tr("Add an organisation"), parent)
{
    setObjectName(QStringLiteral("organisations"));
}

std::vector<ChipsField::ChipText> OrganisationsField::chipsOf(const catalogue::Record &record)
{
    m_parts = record.organisations;
    std::vector<ChipText> chips;
    for (const catalogue::Participation &part : m_parts) {
        const QString name = part.name.isEmpty() ? tr("missing organisation") : part.name;
        const bool local = !part.localName.isEmpty() && part.localName != name;
        chips.push_back({local ? name + QLatin1Char(' ') + part.localName : name, part.role});
    }
    return chips;
}

SharedSuggestions OrganisationsField::suggestions() const
{
    return offers().organisations();
}

catalogue::Edit OrganisationsField::addition(const Suggestion &chosen) const
{
    const bool announced = std::any_of(m_parts.begin(), m_parts.end(),
        [](const catalogue::Participation &part) { return part.role == QLatin1String("announcer"); });
    const QString role = announced ? QStringLiteral("subject") : QStringLiteral("announcer");
    return catalogue::addOrganisation(std::array{announcement()}, std::max<catalogue::RowId>(chosen.id, 0), chosen.value, role);
}

catalogue::Edit OrganisationsField::removal(int chip) const
{
    const catalogue::Participation &part = m_parts[std::size_t(chip)];
    return catalogue::removeOrganisation(std::array{announcement()}, part.member, part.name, part.role);
}

void OrganisationsField::fillMenu(QMenu &menu, int chip)
{
    const catalogue::Participation part = m_parts[std::size_t(chip)];
    QStringList roles{
        QStringLiteral("announcer"), QStringLiteral("partner"), QStringLiteral("subject"), QStringLiteral("speaker")};
    for (const QString &role : namesOf(offers().names().roles) + QStringList{part.role})
        if (!roles.contains(role))
            roles << role;
    auto *group = new QActionGroup(&menu); // one of them holds
    for (const QString &role : std::as_const(roles)) {
        QAction *action = menu.addAction(literal(capitalised(role)), this, [this, part, role] { setRole(part, role); });
        action->setActionGroup(group);
        action->setCheckable(true);
        action->setChecked(role == part.role);
    }
    menu.addAction(tr("Other role…"), this, [this, part] { askRole(part); });
    menu.addSeparator();
    ChipsField::fillMenu(menu, chip);
}

void OrganisationsField::setRole(const catalogue::Participation &part, const QString &role)
{
    if (role != part.role)
        workspace().apply(catalogue::setRole(announcement(), part, role));
}

void OrganisationsField::askRole(const catalogue::Participation &part)
{
    const std::optional<QString> role
        = workspace().dialogs().askText(tr("Role of %1").arg(part.name), tr("Role"), part.role, tr("Set role"));
    if (role)
        setRole(part, *role);
}

TagsField::TagsField(Workspace &workspace, RecordOffers &offers, QWidget *parent)
    : ChipsField(workspace, offers, tr("Tags"), tr("Add a tag"), parent)
{
    setObjectName(QStringLiteral("tags"));
}

std::vector<ChipsField::ChipText> TagsField::chipsOf(const catalogue::Record &record)
{
    m_tags = record.tags;
    std::vector<ChipText> chips;
    for (const QString &tag : std::as_const(m_tags))
        chips.push_back({tag, {}});
    return chips;
}

SharedSuggestions TagsField::suggestions() const
{
    return offers().tags();
}

catalogue::Edit TagsField::addition(const Suggestion &chosen) const
{
    return catalogue::addTag(std::array{announcement()}, chosen.value);
}

catalogue::Edit TagsField::removal(int chip) const
{
    return catalogue::removeTag(std::array{announcement()}, m_tags.at(chip));
}

} // namespace waic::ui
