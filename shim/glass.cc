// The files of a glass database as they should be: what its version file says of its
// tables is held against the files, so that damage is seen before anything is read.
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

#include "shim/glass_version.hpp"

using xc::glass_damaged;
using xc::glass_table;
using xc::glass_version;
using xc::guarded;
using xc::plain_file;
using xc::read_glass_version;

namespace {

// A block begins with the revision that wrote it and its level.
void check_root(
        const glass_table &table, const plain_file &file, const glass_version &of)
{
    const std::string head = file.bytes(5, table.root);
    uint64_t revision = 0;

    for (size_t i = 0; i < 4 && i < head.size(); i++)
        revision = revision << 8 | static_cast<unsigned char>(head[i]);
    if (head.size() < 5 || revision > of.revision ||
            static_cast<unsigned char>(head[4]) != table.level)
        glass_damaged(
                std::string(table.name) + ".glass is not the table that was written");
}

void check_table(
        const glass_table &table, const std::string &path, const glass_version &of)
{
    const std::string name = std::string(table.name) + ".glass";
    const plain_file file(path, name.c_str(), O_RDONLY);

    if (!table.is_stored)
        return;
    if (!file.is_there())
        glass_damaged(name + " is missing");
    // Free blocks at its end may never have been written: a batch of changes took them
    // and gave them back.  Then the file is shorter, and nothing is missing.
    if (file.size() < table.size && !table.has_free())
        glass_damaged(name + " has " + std::to_string(file.size()) +
                      " bytes instead of " + std::to_string(table.size));
    check_root(table, file, of);
}

// Whether a writer has committed since.
bool is_newer(const std::string &path, const glass_version &seen)
{
    const std::optional<glass_version> now = read_glass_version(path);

    return !now || now->text != seen.text;
}

void check_files(const std::string &path)
{
    enum { TRIES = 5 };

    for (int attempt = 1;; attempt++) {
        const std::optional<glass_version> seen = read_glass_version(path);
        if (!seen)
            return;
        try {
            for (const glass_table &table : seen->tables)
                check_table(table, path, *seen);
            return;
        } catch (const Xapian::DatabaseCorruptError &) {
            // Blocks that no state needs any more are written anew.
            if (attempt == TRIES || !is_newer(path, *seen))
                throw;
        }
    }
}

void cut_files(const std::string &path)
{
    const std::optional<glass_version> seen = read_glass_version(path);

    if (!seen)
        return;
    for (const glass_table &table : seen->tables) {
        std::string name = std::string(table.name) + ".glass";
        const plain_file file(path, name.c_str(), O_RDWR);
        if (file.is_there() && file.size() > table.size && table.is_stored &&
                ftruncate(file.number, static_cast<off_t>(table.size)) != 0)
            throw xc::system_failure(
                    name.append(": cannot cut: ").append(std::strerror(errno)));
    }
}

} // namespace

extern "C" {

xc_status xc_files_check(const char *path, xc_error *err)
{
    return guarded(err, [&] { check_files(path); });
}

xc_status xc_files_cut(const char *path, xc_error *err)
{
    return guarded(err, [&] { cut_files(path); });
}

} // extern "C"
