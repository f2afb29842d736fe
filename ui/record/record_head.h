// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "ui/common/matches.h"

#include <QAbstractButton>
#include <QLabel>
#include <QWidget>

class QToolButton;

namespace waic::ui {

class Workspace;

/// Text over at most three lines, the last one elided; all of it in the tooltip then.
class TitleLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TitleLabel(QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void setSought(std::vector<Sought> sought); ///< is marked in the text

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QStringList lines(int width) const;

    std::vector<Sought> m_sought;
};

/// The verification of a record: said in words on a tint; where it may be changed a button whose menu has the known ones.
class VerificationPill : public QAbstractButton
{
    Q_OBJECT

public:
    explicit VerificationPill(QWidget *parent = nullptr);

    void setVerification(const QString &verification);
    const QString &verification() const { return m_verification; }
    void setWritable(bool writable);
    QSize sizeHint() const override;

signals:
    void chosen(const QString &verification);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showMenu();

    QString m_verification;
    bool m_writable = false;
};

/// The head of the record: what it is, its star and verification, and whether it lies in the bin.
class RecordHead : public QWidget
{
    Q_OBJECT

public:
    explicit RecordHead(Workspace &workspace, QWidget *parent = nullptr);

    void showRecord(const catalogue::Announcement &announcement);

private:
    QWidget *makeBinBar();
    void showStar();
    void markMatches();
    void toggleStar();
    void setVerification(const QString &verification);
    void restore();
    void showAccess();

    Workspace &m_workspace;
    QWidget *m_binBar;
    QLabel *m_binned;
    TitleLabel *m_title;
    QLabel *m_facts;
    QToolButton *m_star;
    VerificationPill *m_verification;
    QLabel *m_readOnly;
    catalogue::RowId m_row = 0;
    bool m_starred = false;
};

} // namespace waic::ui
