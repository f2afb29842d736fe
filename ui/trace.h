// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"
#include "explore/query.h"
#include "ui/application.h"

#include <QElapsedTimer>
#include <QFile>
#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

class QWidget;

namespace waic::ui {

class ChartPane;
class TablePane;
class Workspace;

/// Writes a line of JSON for each thing that a person does, with when it was asked for, answered and painted, in milliseconds
/// since the trace was begun; and one whenever a single event held the window's thread for more than 16 ms:
///     {"what":"query","detail":"kind:robot","asked":1234.567,"answered":1240.001,"painted":1251.250,"rows":12}
///     {"what":"held","ms":17.250,"event":77}
/// what: open, query, facet, sort, scroll, edit; chart: the picture of a question, asked with it.  detail: the question's text,
/// or the edit's label.  A question that a newer one overtook has no line.  Painted is when the window has nothing more to paint
/// after the table painted.  UI thread.
class Trace : public QObject, private EventWatch
{
    Q_OBJECT

public:
    /// Empties the file.  Io when it cannot be written.
    static Result<std::unique_ptr<Trace>> begin(const QString &path, Application &application);
    ~Trace() override;

    /// All are panes of one window.
    void watch(Workspace &workspace, TablePane &table, QWidget &facets, ChartPane &charts);

private:
    struct Interaction
    {
        QString what;
        QString detail;
        double asked = 0;
        std::optional<double> answered;
        std::optional<double> painted; ///< so far
        qsizetype rows = 0;
    };

    explicit Trace(Application &application);
    void began(QObject *receiver, const QEvent &event) override;
    void ended() override;
    void aboutToBlock();
    void awake();

    double now() const { return double(m_clock.nsecsElapsed()) / 1e6; }
    /// When the event was that led to what happens now; each counts once.
    double askedAt();
    void onOpening();
    void onQueryChanged();
    void onAnswered();
    void onChartShown();
    void onScrolled();
    void onEditAsked(const QString &label);
    void answer(Interaction &interaction);
    void checkHeld();
    void takePaint();
    void write(const Interaction &interaction);
    void writeLine(const QByteArray &line);

    Application &m_application;
    QFile m_file;
    QElapsedTimer m_clock;
    Workspace *m_workspace = nullptr;
    QPointer<TablePane> m_table;
    QPointer<QWidget> m_facets;
    QPointer<QWidget> m_viewport; ///< the table's
    QPointer<ChartPane> m_charts;
    QPointer<QWidget> m_canvas; ///< the chart's
    explore::Query m_before;    ///< the question before the one now
    std::optional<Interaction> m_open, m_question, m_scroll, m_edit, m_chart;

    int m_depth = 0;       ///< of events inside of events
    double m_started = 0;  ///< the outermost event, or its last rest in an event loop of its own
    int m_type = 0;        ///< of the outermost event
    bool m_paints = false; ///< the event paints anything
    bool m_tablePaints = false, m_chartPaints = false;
    std::optional<double> m_input; ///< the newest key or mouse event that led to nothing yet
    bool m_inFacets = false;       ///< it went to the filters
};

} // namespace waic::ui
