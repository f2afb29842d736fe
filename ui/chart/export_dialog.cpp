// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/export_dialog.h"

#include "chart/picture_limits.h"
#include "ui/chart/export_choices.h"
#include "ui/chart/export_preview.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace waic::ui {

namespace {

constexpr int kMostScaleOffered = 4;
constexpr int kLeastMillimetres = int(chart::kLeastPictureSide * chart::kMillimetresPerInch / chart::kMostPictureDpi) + 1;
constexpr int kMostMillimetres = int(chart::kMostPictureSide * chart::kMillimetresPerInch / chart::kLeastPictureDpi);

void choose(QComboBox *box, const QVariant &data)
{
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

} // namespace

ExportDialog::ExportDialog(const chart::ChartData &chart, QWidget *parent)
    : QDialog(parent)
    , m_data(chart)
    , m_preview(new ExportPreview(m_data))
    , m_format(new QComboBox)
    , m_preset(new QComboBox)
    , m_unit(new QComboBox)
    , m_width(new QSpinBox)
    , m_height(new QSpinBox)
    , m_dpi(new QSpinBox)
    , m_scale(new QComboBox)
    , m_theme(new QComboBox)
    , m_ground(new QComboBox)
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
    resize(900, 560);
    // Once the button is in the dialog; before, the dialog would take Cancel for its default.
    m_export->setDefault(true);
}

void ExportDialog::fillChoices()
{
    m_format->addItem(tr("PNG, an image"), int(PictureFormat::Png));
    m_format->addItem(tr("SVG, a drawing with text"), int(PictureFormat::Svg));
    m_format->addItem(tr("PDF, a page to print"), int(PictureFormat::Pdf));
    m_format->addItem(tr("CSV, the numbers"), int(PictureFormat::Csv));
    for (const PicturePreset &preset : picturePresets())
        m_preset->addItem(presetLabel(preset));
    m_preset->addItem(tr("Other size"));
    m_unit->addItem(tr("Pixels"), false);
    m_unit->addItem(tr("Millimetres"), true);
    m_dpi->setRange(chart::kLeastPictureDpi, chart::kMostPictureDpi);
    m_dpi->setSingleStep(50);
    m_dpi->setSuffix(tr(" DPI"));
    for (int scale = 1; scale <= kMostScaleOffered; ++scale)
        m_scale->addItem(tr("%1 ×", "scale").arg(scale), double(scale));
    m_theme->addItem(tr("Light"), int(ThemeKind::Light));
    m_theme->addItem(tr("Dark"), int(ThemeKind::Dark));
    m_theme->addItem(tr("Print"), int(ThemeKind::Print));
    m_ground->addItem(tr("Solid"), false);
    m_ground->addItem(tr("Transparent"), true);
}

QWidget *ExportDialog::makeForm()
{
    fillChoices();
    connect(m_preset, &QComboBox::activated, this, &ExportDialog::choosePreset);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &ExportDialog::chooseUnit);
    for (QSpinBox *box : {m_width, m_height, m_dpi})
        connect(box, &QSpinBox::valueChanged, this, &ExportDialog::refresh);
    for (QComboBox *box : {m_format, m_scale, m_theme, m_ground})
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
    addField(layout, tr("Format"), "exportFormat", m_format);
    addField(layout, tr("Size"), "exportPreset", m_preset);
    addField(layout, tr("Unit"), "exportUnit", m_unit);
    addField(layout, tr("Width"), "exportWidth", m_width);
    addField(layout, tr("Height"), "exportHeight", m_height);
    addField(layout, tr("Resolution"), "exportDpi", m_dpi);
    addField(layout, tr("Scale"), "exportScale", m_scale);
    addField(layout, tr("Theme"), "exportTheme", m_theme);
    addField(layout, tr("Background"), "exportGround", m_ground);
    layout->addRow(m_words);
    return form;
}

void ExportDialog::addField(QFormLayout *form, const QString &label, const char *name, QWidget *field)
{
    field->setAccessibleName(label);
    field->setObjectName(QLatin1String(name));
    form->addRow(label, field);
}

bool ExportDialog::isPaper() const
{
    return m_unit->currentData().toBool();
}

PictureOptions ExportDialog::options() const
{
    PictureOptions chosen;
    const QSize sides(m_width->value(), m_height->value());
    chosen.size = isPaper() ? pixelsOf(sides, m_dpi->value()) : sides;
    chosen.dpi = isPaper() ? m_dpi->value() : 0;
    chosen.scale = isPaper() ? 1 : m_scale->currentData().toDouble();
    chosen.theme = ThemeKind(m_theme->currentData().toInt());
    chosen.format = PictureFormat(m_format->currentData().toInt());
    chosen.transparent = m_ground->currentData().toBool();
    return chosen;
}

void ExportDialog::setOptions(const PictureOptions &options)
{
    m_dpi->setValue(options.dpi > 0 ? options.dpi : chart::kUsualPictureDpi);
    choose(m_unit, options.dpi > 0);
    setSides(options.dpi > 0 ? millimetresOf(options).toSize() : options.size);
    choose(m_scale, options.scale);
    choose(m_theme, int(options.theme));
    choose(m_format, int(options.format));
    choose(m_ground, options.transparent);
    refresh();
}

PictureOptions ExportDialog::lastOptions()
{
    return keptPictureOptions();
}

/// The sides as the unit has them.  Millimetres take what some resolution makes a picture of; refresh() says when this one does
/// not.
void ExportDialog::setSides(const QSize &size)
{
    for (const auto &[box, side] : {std::pair{m_width, size.width()}, std::pair{m_height, size.height()}}) {
        const QSignalBlocker quiet(box);
        box->setSuffix(isPaper() ? tr(" mm") : tr(" px"));
        box->setSingleStep(isPaper() ? 1 : 10);
        box->setRange(
            isPaper() ? kLeastMillimetres : chart::kLeastPictureSide, isPaper() ? kMostMillimetres : chart::kMostPictureSide);
        box->setValue(side);
    }
}

void ExportDialog::chooseUnit()
{
    const QSize before(m_width->value(), m_height->value());
    const int preset = m_preset->currentIndex();
    if (preset >= 0 && std::size_t(preset) < picturePresets().size()) {
        const PicturePreset &chosen = picturePresets()[std::size_t(preset)];
        setSides(isPaper() ? chosen.millimetres : chosen.pixels);
    } else {
        setSides(isPaper() ? (QSizeF(before) * chart::kMillimetresPerInch / m_dpi->value()).toSize()
                           : pixelsOf(before, m_dpi->value()));
    }
    refresh();
}

void ExportDialog::choosePreset(int preset)
{
    if (std::size_t(preset) >= picturePresets().size()) {
        m_width->setFocus(Qt::OtherFocusReason);
        m_width->selectAll();
        return;
    }
    const PicturePreset &chosen = picturePresets()[std::size_t(preset)];
    setSides(isPaper() ? chosen.millimetres : chosen.pixels);
    refresh();
}

void ExportDialog::showPreset()
{
    const QSize sides(m_width->value(), m_height->value());
    const auto presets = picturePresets();
    const auto found = std::find_if(presets.begin(), presets.end(),
        [&](const PicturePreset &each) { return (isPaper() ? each.millimetres : each.pixels) == sides; });
    m_preset->setCurrentIndex(int(found - presets.begin()));
}

void ExportDialog::enableFields(const PictureOptions &chosen)
{
    const bool isDrawn = chosen.format != PictureFormat::Csv;
    for (QWidget *field : std::initializer_list<QWidget *>{m_preset, m_unit, m_width, m_height, m_theme, m_ground})
        field->setEnabled(isDrawn);
    m_dpi->setEnabled(isDrawn && isPaper());
    m_scale->setEnabled(chosen.format == PictureFormat::Png && !isPaper());
}

void ExportDialog::refresh()
{
    const PictureOptions chosen = options();
    showPreset();
    enableFields(chosen);
    const Result<> checked = checkOptions(chosen);
    m_export->setEnabled(checked.has_value());
    m_words->setText(checked ? pictureWords(chosen) : tr("%1; %2").arg(checked.error().what, checked.error().next));
    m_preview->showOptions(chosen);
}

void ExportDialog::accept()
{
    if (!checkOptions(options()))
        return;
    keepPictureOptions(options());
    QDialog::accept();
}

} // namespace waic::ui
