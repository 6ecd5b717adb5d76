#include "ui/window/file_export.h"

#include <QBuffer>
#include <cstddef>
#include <span>

#include "base/error.h"
#include "base/file.h"

namespace acim::ui {

void write_text(const std::filesystem::path& path, const std::string& text) {
  write_file_atomically(path, text);
}

void write_png(const std::filesystem::path& path, const QImage& image) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG")) {
    throw Error(ErrorKind::output, Phrase("Error", "The picture could not be encoded"), path.string());
  }
  write_file_atomically(path, std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

}  // namespace acim::ui
