#include "ui/model/error_words.h"

#include <new>
#include <system_error>

namespace acim::ui {

Error current_error() {
  try {
    throw;
  } catch (const Error& error) {
    return error;
  } catch (const std::bad_alloc&) {
    return {ErrorKind::output, "Out of memory", {}, "Use fewer images or points, or fewer threads"};
  } catch (const std::system_error& error) {  // Files and threads.
    return {ErrorKind::output, error.what()};
  } catch (const std::exception& exception) {
    return {ErrorKind::internal, exception.what()};
  } catch (...) {
    return {ErrorKind::internal, "An exception of unknown type"};
  }
}

QString error_words(const Error& error) {
  QString words = QString::fromStdString(error.problem());
  if (!error.remedy().empty()) words += QStringLiteral(". ") + QString::fromStdString(error.remedy());
  return words;
}

}  // namespace acim::ui
