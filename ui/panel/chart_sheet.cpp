#include "ui/panel/chart_sheet.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include "base/error.h"
#include "ui/chart/accuracy_chart.h"
#include "ui/chart/chart_legend.h"
#include "ui/chart/chart_picture.h"
#include "ui/chart/confusion_map.h"
#include "ui/chart/energy_chart.h"
#include "ui/chart/marks.h"
#include "ui/chart/outline_device.h"
#include "ui/chart/tradeoff_chart.h"
#include "ui/panel/confusion_panel.h"

namespace acim::ui {

namespace {

constexpr int kMargin = 16;
constexpr int kRowHeight = 24;
constexpr int kSampleWidth = 32;
constexpr int kResolution = 96;

/// Metadata of a PDF: QPdfWriter has no words for a subject or keywords.
QByteArray metadata(const PictureOrigin& origin) {
  const auto one = [](const QString& text) { return text.toHtmlEscaped(); };
  return QStringLiteral(
             "<?xpacket begin='\uFEFF' id='W5M0MpCehiHzreSzNTczkc9d'?>\n"
             "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
             "<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/' "
             "xmlns:xmp='http://ns.adobe.com/xap/1.0/'>"
             "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>%1</rdf:li></rdf:Alt></dc:title>"
             "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>%2</rdf:li></rdf:Alt></dc:description>"
             "<xmp:CreatorTool>%3</xmp:CreatorTool>"
             "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end='w'?>\n")
      .arg(one(origin.title), one(origin.command), one(software_name()))
      .toUtf8();
}

}  // namespace

ChartSheet::ChartSheet(const ChartPanel& panel, ChartView view, const Theme& theme, PictureStyle style,
                       const QSize& size)
    : theme_(theme, style), size_(size.expandedTo({kLeast, kLeast}).boundedTo({kMost, kMost})) {
  if (view == ChartView::accuracy || view == ChartView::tradeoff) add_legend(panel, view);
  const auto take = [this](auto chart, const auto& shown) {
    auto* made = chart.get();
    // Laid out as if it were on the screen, which it never is.
    made->setAttribute(Qt::WA_DontShowOnScreen);
    made->resize(size_.width(), size_.height() - legend_height_);
    made->show();
    made->show_as(shown);
    paint_chart_ = [made](QPainter& painter) { made->paint_on(painter); };
    chart_ = std::move(chart);
  };
  switch (view) {
    case ChartView::confusion:
      add_confusion(*panel.confusion());
      break;
    case ChartView::accuracy:
      take(std::make_unique<AccuracyChart>(&theme_), *panel.chart());
      break;
    case ChartView::tradeoff:
      take(std::make_unique<TradeoffChart>(&theme_), *panel.tradeoff());
      break;
    case ChartView::energy:
      take(std::make_unique<EnergyChart>(&theme_), *panel.energy());
      break;
  }
}

ChartSheet::~ChartSheet() = default;

void ChartSheet::add_legend(const ChartPanel& panel, ChartView view) {
  const ChartPlan& plan = panel.chart()->plan();
  heading_ = plan.family_label;
  std::vector<PinnedCurve> pinned;
  for (const PinnedCurve& curve : panel.chart()->pinned()) {
    if (view == ChartView::accuracy && panel.chart()->is_pinned_visible(curve.curve)) pinned.push_back(curve);
  }
  const LegendOverlay overlay = panel.shown_overlay(view);
  if (heading_.isEmpty() && pinned.empty() && overlay.name.isEmpty()) return;
  const QFontMetrics metrics(theme_.font(TextRole::body));
  const int head = QFontMetrics(theme_.font(TextRole::caption)).horizontalAdvance(heading_);
  int x = kMargin + (head > 0 ? head + kMargin : 0);
  int y = kMargin / 2;
  const auto add = [&](const QString& name, LegendSample sample, int style) {
    const int width = kSampleWidth + 8 + metrics.horizontalAdvance(name);
    if (x > kMargin && x + width > size_.width() - kMargin) {
      x = kMargin;
      y += kRowHeight;
    }
    legend_.push_back({name, sample, style, QRect(x, y, width, kRowHeight)});
    x += width + kMargin;
  };
  for (std::size_t curve = 0; curve < plan.curves.size(); ++curve) {
    const LegendEntry* entry = panel.legend()->entry(curve);
    if (entry != nullptr && (!entry->isChecked() || entry->isHidden())) continue;
    add(plan.curves[curve], LegendSample::curve, plan.style(curve));
  }
  for (const PinnedCurve& curve : pinned) add(curve.name, LegendSample::curve, curve.style);
  if (!overlay.name.isEmpty()) add(overlay.name, overlay.sample, 0);
  legend_height_ = std::min(y + kRowHeight, size_.height() / 2);
}

void ChartSheet::add_confusion(const ConfusionPanel& panel) {
  heading_ = panel.point();
  legend_height_ = heading_.isEmpty() ? 0 : kRowHeight + kMargin / 2;
  auto map = std::make_unique<ConfusionMap>(&theme_);
  map->resize(size_.width(), size_.height() - legend_height_);
  map->set_empty_words(panel.map()->empty_words());
  map->set_names(panel.map()->names());
  map->set_matrix(panel.map()->matrix());
  paint_chart_ = [made = map.get()](QPainter& painter) { made->paint_on(painter); };
  chart_ = std::move(map);
}

void ChartSheet::paint(QPainter& painter) const {
  const Tokens& t = theme_.tokens();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(QRect(QPoint(0, 0), size_), t.panel);
  painter.setFont(theme_.font(TextRole::caption));
  painter.setPen(t.text2);
  painter.drawText(QRect(kMargin, kMargin / 2, size_.width(), kRowHeight), Qt::AlignLeft | Qt::AlignVCenter, heading_);
  for (const Entry& entry : legend_) {
    if (entry.box.bottom() > legend_height_) break;
    // Whole state: a marker's brush left on the painter would fill the curves that come after it.
    painter.save();
    const QRectF sample(entry.box.left(), entry.box.top(), kSampleWidth, entry.box.height());
    draw_legend_sample(painter, entry.sample, entry.style, sample, t);
    painter.setFont(theme_.font(TextRole::body));
    painter.setPen(t.text);
    painter.drawText(entry.box.adjusted(kSampleWidth + 8, 0, 2, 0), Qt::AlignLeft | Qt::AlignVCenter, entry.name);
    painter.restore();
  }
  painter.save();
  painter.translate(0, legend_height_);
  paint_chart_(painter);
  painter.restore();
}

QImage ChartSheet::image(double scale) const {
  return chart_picture(size_, scale, theme_.tokens().panel, [this](QPainter& painter) { paint(painter); });
}

QByteArray ChartSheet::png(double scale, const PictureOrigin& origin) const {
  QImage picture = image(scale);
  note_origin(picture, origin);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (picture.isNull() || !picture.save(&buffer, "PNG")) {
    throw Error(ErrorKind::output, Phrase("Error", "There is no memory for a picture of this size"), {},
                Phrase("Error", "Choose a smaller size or scale"));
  }
  return bytes;
}

QByteArray ChartSheet::svg(const PictureOrigin& origin) const {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setResolution(kResolution);
  generator.setSize(size_);
  generator.setViewBox(QRect(QPoint(0, 0), size_));
  generator.setTitle(origin.title);
  generator.setDescription(origin.command);
  QPainter target(&generator);
  OutlineDevice outlines(&target, size_);
  QPainter painter(&outlines);
  paint(painter);
  painter.end();
  target.end();
  return bytes;
}

QByteArray ChartSheet::pdf(const PictureOrigin& origin) const {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setResolution(kResolution);
  writer.setPageSize(QPageSize(QSizeF(size_) * 72 / kResolution, QPageSize::Point, {}, QPageSize::ExactMatch));
  writer.setPageMargins({});
  writer.setTitle(origin.title);
  writer.setCreator(software_name());
  writer.setDocumentXmpMetadata(metadata(origin));
  QPainter painter(&writer);
  paint(painter);
  painter.end();
  return bytes;
}

}  // namespace acim::ui
