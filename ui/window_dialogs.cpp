// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window_dialogs.h"

#include "catalogue/field.h"
#include "ui/common/theme.h"
#include "ui/common/words.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace waic::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WindowDialogs)
};

constexpr int kLongestName = 200; // characters

QString sentence(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text + QLatin1Char('.');
}

/// Texts carry paths and data, so the box must not read them as HTML.
void setPlain(QMessageBox &box, const QString &title, const QString &text)
{
    box.setWindowTitle(QStringLiteral("WAIC Explorer"));
    box.setText(title);
    box.setInformativeText(text);
    box.setTextFormat(Qt::PlainText);
    // setTextFormat does not reach the informative text, which would read HTML and open links.
    for (QLabel *label : box.findChildren<QLabel *>()) {
        label->setTextFormat(Qt::PlainText);
        label->setOpenExternalLinks(false);
    }
}

} // namespace

void WindowDialogs::showError(const QString &title, const Error &error)
{
    QStringList lines;
    if (!error.where.isEmpty())
        lines << error.where;
    lines << sentence(error.what);
    if (!error.next.isEmpty())
        lines << sentence(error.next);
    QMessageBox box(m_parent);
    setPlain(box, title, lines.join(QLatin1Char('\n')));
    box.setStandardButtons(QMessageBox::Ok);
    box.exec();
}

bool WindowDialogs::confirm(const QString &title, const QString &text, const QString &verb)
{
    QMessageBox box(m_parent);
    setPlain(box, title, text);
    QPushButton *yes = box.addButton(verb, QMessageBox::AcceptRole);
    yes->setProperty("primary", true);
    box.addButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == yes;
}

std::optional<QString> WindowDialogs::askText(
    const QString &title, const QString &label, const QString &suggestion, const QString &verb)
{
    QDialog dialog(m_parent);
    dialog.setWindowTitle(title);
    auto *heading = new QLabel(title);
    heading->setTextFormat(Qt::PlainText);
    heading->setFont(uiFont(16, 600));
    auto *line = new QLineEdit(suggestion);
    line->setAccessibleName(label);
    line->setMaxLength(kLongestName);
    line->setMinimumWidth(320);
    line->setTextMargins(4, 0, 4, 0);
    line->selectAll();
    auto *name = new QLabel(literal(label));
    name->setBuddy(line);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *yes = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    yes->setProperty("primary", true);
    const auto check = [line, yes] { yes->setEnabled(!line->text().trimmed().isEmpty()); };
    check();
    auto *layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addWidget(heading);
    layout->addSpacing(8);
    layout->addWidget(name);
    layout->addWidget(line);
    layout->addSpacing(16);
    layout->addWidget(buttons);
    // Only now does it know its dialog.
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    yes->setDefault(true);
    QObject::connect(line, &QLineEdit::textChanged, &dialog, check);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    return dialog.exec() == QDialog::Accepted ? std::optional(line->text().trimmed()) : std::nullopt;
}

std::optional<QString> WindowDialogs::fileToOpen(const QString &title, const QString &folder, const QString &filter)
{
    const QString path = QFileDialog::getOpenFileName(m_parent, title, folder, filter);
    return path.isEmpty() ? std::nullopt : std::optional(path);
}

std::optional<QString> WindowDialogs::fileToSave(const QString &title, const QString &suggestion, const QString &filter)
{
    const QString path = QFileDialog::getSaveFileName(m_parent, title, suggestion, filter);
    return path.isEmpty() ? std::nullopt : std::optional(path);
}

std::optional<QString> WindowDialogs::folderToUse(const QString &title, const QString &folder)
{
    const QString path = QFileDialog::getExistingDirectory(m_parent, title, folder);
    return path.isEmpty() ? std::nullopt : std::optional(path);
}

void WindowDialogs::openLink(const QString &url)
{
    if (!catalogue::isWebLink(url)) {
        showError(Text::tr("The link was not opened"),
            {ErrorKind::BadInput, Text::tr("only http and https links are opened"), url,
                Text::tr("correct the link, or copy it")});
        return;
    }
    if (!QDesktopServices::openUrl(QUrl(url, QUrl::StrictMode)))
        showError(Text::tr("The link was not opened"),
            {ErrorKind::Io, Text::tr("no browser answered"), url, Text::tr("copy the link into a browser")});
}

} // namespace waic::ui
