// What a stub file tells of its databases.
#pragma once

#include <string>

namespace xc {

// Whether `path` is a stub file, or a folder with one, of which a line names a remote
// database.
bool names_remote(const std::string &path);

} // namespace xc
