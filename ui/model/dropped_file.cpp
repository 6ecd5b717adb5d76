#include "ui/model/dropped_file.h"

#include <QDir>
#include <QFileInfo>

namespace acim::ui {

namespace {

bool ends_with_any(const QString& name, std::initializer_list<const char*> endings) {
  for (const char* ending : endings) {
    if (name.endsWith(QLatin1String(ending), Qt::CaseInsensitive)) return true;
  }
  return false;
}

DroppedFile cifar(const QString& path) {
  const QString name = QFileInfo(path).fileName();
  // CIFAR-100's folder holds test.bin and train.bin, CIFAR-10's test_batch.bin and data_batch_1.bin.
  const bool hundred = name.contains(QLatin1String("100")) || QFileInfo::exists(path + QStringLiteral("/test.bin")) ||
                       name == QLatin1String("test.bin") || name == QLatin1String("train.bin");
  return {DroppedFile::Kind::images, (hundred ? QStringLiteral("cifar100:") : QStringLiteral("cifar10:")) + path};
}

}  // namespace

DroppedFile dropped_file(const QString& path) {
  const QFileInfo file(path);
  if (file.isDir()) {
    const QDir folder(path);
    if (!folder.entryList({QStringLiteral("*.bin")}, QDir::Files).isEmpty()) return cifar(path);
    const bool images = !folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty() ||
                        !folder
                             .entryList({QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"), QStringLiteral("*.JPEG"),
                                         QStringLiteral("*.png")},
                                        QDir::Files)
                             .isEmpty();
    return images ? DroppedFile{DroppedFile::Kind::images, QStringLiteral("imagenet:") + path} : DroppedFile{};
  }
  const QString name = file.fileName();
  if (ends_with_any(name, {".acim"})) return {DroppedFile::Kind::study, path};
  if (ends_with_any(name, {".pt", ".ts", ".pth", ".th", ".safetensors", ".safetensors.index.json"}))
    return {DroppedFile::Kind::network, path};
  if (ends_with_any(name, {".bin", ".tar.gz", ".tgz", ".tar"})) return cifar(path);
  return {};
}

}  // namespace acim::ui
