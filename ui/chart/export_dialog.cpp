// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/export_dialog.h"

#include "catalogue/figure.h"
#include "chart/picture_limits.h"
#include "ui/chart/chart_painter.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>

#include <array>

namespace waic::ui {

namespace {

struct Preset
{
    const char *name;
    QSize size;
};
const std::array kPresets{Preset{QT_TRANSLATE_NOOP("waic::ui::ExportDialog", "Report column, 1600 × 1000"), {1600, 1000}},
    Preset{QT_TRANSLATE_NOOP("waic::ui::ExportDialog", "Slide, 1920 × 1080"), {1920, 1080}},
    Preset{QT_TRANSLATE_NOOP("waic::ui::ExportDialog", "Square, 1200 × 1200"), {1200, 1200}}};
constexpr int kMostScaleOffered = 4;

QString settingsKey(const char *name)
{
    return QStringLiteral("chart/export/") + QLatin1String(name);
}

void save(const PictureOptions &options)
{
    QSettings settings;
    settings.setValue(settingsKey("size"), options.size);
    settings.setValue(settingsKey("scale"), options.scale);
    settings.setValue(settingsKey("theme"), int(options.theme));
    settings.setValue(settingsKey("format"), int(options.format));
}

} // namespace

/// The picture as it will be, made small.
class ExportDialog::Preview : public QWidget
{
public:
    explicit Preview(const chart::ChartData &chart)
        : m_data(chart)
    {
        setMinimumSize(480, 320);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        setAccessibleName(ExportDialog::tr("Preview"));
        setAccessibleDescription(chart::summaryText(chart));
    }

    void show(const PictureOptions &options)
    {
        m_options = options;
        m_chart = std::make_unique<ChartPainter>(m_data, options.size, options.theme, ChartPlace::Picture);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (!m_chart)
            return;
        const QSizeF small = QSizeF(m_options.size).scaled(size() - QSizeF(2, 2), Qt::KeepAspectRatio);
        QRectF place(QPointF(), small);
        place.moveCenter(QRectF(rect()).center());
        painter.setPen(themeColour(Token::Line));
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5));
        painter.translate(place.topLeft());
        painter.setClipRect(QRectF(QPointF(), small));
        const qreal scale = small.width() / m_options.size.width();
        painter.scale(scale, scale);
        m_chart->paint(painter);
    }

private:
    const chart::ChartData &m_data;
    PictureOptions m_options;
    std::unique_ptr<ChartPainter> m_chart;
};

ExportDialog::ExportDialog(const chart::ChartData &chart, QWidget *parent)
    : QDialog(parent)
    , m_data(chart)
    , m_preview(new Preview(m_data))
    , m_preset(new QComboBox)
    , m_width(new QSpinBox)
    , m_height(new QSpinBox)
    , m_scale(new QComboBox)
    , m_theme(new QComboBox)
    , m_format(new QComboBox)
    , m_words(new QLabel)
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export chart"));
    auto *title = new QLabel(tr("Export chart"));
    title->setFont(uiFont(16, 600));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_export = buttons->addButton(tr("Choose File…"), QDialogButtonBox::AcceptRole);
    m_export->setProperty("primary", true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(24);
    middle->addWidget(m_preview, 1);
    middle->addWidget(makeForm());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(title);
    layout->addLayout(middle, 1);
    layout->addWidget(buttons);
    setOptions(lastOptions());
    resize(900, 520);
    // Once the button is in the dialog; before, the dialog would take Cancel for its default.
    m_export->setDefault(true);
}

QWidget *ExportDialog::makeForm()
{
    for (const Preset &preset : kPresets)
        m_preset->addItem(tr(preset.name), preset.size);
    m_preset->addItem(tr("Other size"));
    for (QSpinBox *side : {m_width, m_height}) {
        side->setRange(chart::kLeastPictureSide, chart::kMostPictureSide);
        side->setSingleStep(10);
        side->setSuffix(tr(" px"));
        connect(side, &QSpinBox::valueChanged, this, &ExportDialog::refresh);
    }
    for (int scale = 1; scale <= kMostScaleOffered; ++scale)
        m_scale->addItem(tr("%1 ×", "scale").arg(scale), double(scale));
    m_theme->addItem(tr("Light"), int(ThemeKind::Light));
    m_theme->addItem(tr("Dark"), int(ThemeKind::Dark));
    m_theme->addItem(tr("Print"), int(ThemeKind::Print));
    m_format->addItem(tr("PNG, an image"), int(PictureFormat::Png));
    m_format->addItem(tr("SVG, a drawing with text"), int(PictureFormat::Svg));
    connect(m_preset, &QComboBox::activated, this, &ExportDialog::choosePreset);
    for (QComboBox *box : {m_scale, m_theme, m_format})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setFont(uiFont(12));

    auto *form = new QWidget;
    form->setFixedWidth(280);
    auto *layout = new QFormLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [&](const QString &label, const QString &name, QWidget *field) {
        field->setAccessibleName(label);
        field->setObjectName(name);
        layout->addRow(label, field);
    };
    add(tr("Size"), QStringLiteral("exportPreset"), m_preset);
    add(tr("Width"), QStringLiteral("exportWidth"), m_width);
    add(tr("Height"), QStringLiteral("exportHeight"), m_height);
    add(tr("Scale"), QStringLiteral("exportScale"), m_scale);
    add(tr("Theme"), QStringLiteral("exportTheme"), m_theme);
    add(tr("Format"), QStringLiteral("exportFormat"), m_format);
    layout->addRow(m_words);
    return form;
}

PictureOptions ExportDialog::options() const
{
    PictureOptions chosen;
    chosen.size = QSize(m_width->value(), m_height->value());
    chosen.scale = m_scale->currentData().toDouble();
    chosen.theme = ThemeKind(m_theme->currentData().toInt());
    chosen.format = PictureFormat(m_format->currentData().toInt());
    return chosen;
}

void ExportDialog::setOptions(const PictureOptions &options)
{
    m_width->setValue(options.size.width());
    m_height->setValue(options.size.height());
    m_scale->setCurrentIndex(std::max(0, m_scale->findData(options.scale)));
    m_theme->setCurrentIndex(std::max(0, m_theme->findData(int(options.theme))));
    m_format->setCurrentIndex(std::max(0, m_format->findData(int(options.format))));
    refresh();
}

PictureOptions ExportDialog::lastOptions()
{
    const QSettings settings;
    const PictureOptions standard;
    PictureOptions last;
    last.size = settings.value(settingsKey("size"), standard.size).toSize();
    last.scale = settings.value(settingsKey("scale"), standard.scale).toDouble();
    last.theme = ThemeKind(qBound(0, settings.value(settingsKey("theme"), 0).toInt(), int(ThemeKind::Print)));
    last.format = PictureFormat(qBound(0, settings.value(settingsKey("format"), 0).toInt(), int(PictureFormat::Svg)));
    return checkOptions(last) ? last : standard;
}

void ExportDialog::choosePreset(int preset)
{
    const QSize size = m_preset->itemData(preset).toSize();
    if (size.isEmpty()) {
        m_width->setFocus(Qt::OtherFocusReason);
        m_width->selectAll();
        return;
    }
    m_width->setValue(size.width());
    m_height->setValue(size.height());
}

void ExportDialog::refresh()
{
    const PictureOptions chosen = options();
    const int preset = m_preset->findData(chosen.size);
    m_preset->setCurrentIndex(preset >= 0 ? preset : m_preset->count() - 1);
    m_scale->setEnabled(chosen.format == PictureFormat::Png);
    const Result<> checked = checkOptions(chosen);
    m_export->setEnabled(checked.has_value());
    if (!checked)
        m_words->setText(tr("%1; %2").arg(checked.error().what, checked.error().next));
    else if (chosen.format == PictureFormat::Svg)
        m_words->setText(tr("Scales to any size. Its text can be searched and edited."));
    else
        m_words->setText(tr("%1 × %2 pixels")
                             .arg(qRound(chosen.size.width() * chosen.scale))
                             .arg(qRound(chosen.size.height() * chosen.scale)));
    m_preview->show(chosen);
}

void ExportDialog::accept()
{
    if (!checkOptions(options()))
        return;
    save(options());
    QDialog::accept();
}

} // namespace waic::ui
