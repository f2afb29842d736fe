// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "ui/common/matches.h"

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

/// The verification of a record: said in words on a tint, read only here.
class VerificationPill : public QWidget
{
    Q_OBJECT

public:
    explicit VerificationPill(QWidget *parent = nullptr);

    void setVerification(const QString &verification);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_verification;
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
