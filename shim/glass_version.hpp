// The version file of a glass database, and its tables as files.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <sys/stat.h>

#include "shim/guard.hpp"

namespace xc {

// A place in the list of free blocks: a block of the list, and an offset in it.
struct glass_place {
    uint64_t number = 0;
    uint64_t offset = 0;

    bool operator!=(const glass_place &other) const
    {
        return number != other.number || offset != other.offset;
    }
};

struct glass_table {
    const char *name;
    uint64_t size = 0;      // bytes that the committed state needs
    uint64_t root = 0;      // offset of the root block, where there is one
    uint64_t level = 0;     // of that block
    uint32_t block = 0;     // bytes of a block
    bool is_stored = false; // whether there is a root block

    bool has_free() const
    {
        return first_free != last_free;
    }

    glass_place first_free{}; // of the blocks that the committed state does not need
    glass_place last_free{};  // after the last of them
};

struct glass_version {
    std::string text;  // of the file
    std::string state; // the same without the numbers of revisions
    uint64_t revision = 0;
    std::array<glass_table, 6> tables = { { { "postlist" }, { "docdata" },
            { "termlist" }, { "position" }, { "spelling" }, { "synonym" } } };
};

[[noreturn]] void glass_damaged(const std::string &what);

// A plain file, or nothing where there is none.  A pipe would be waited for, so that
// the look comes before the opening.
class plain_file {
  public:
    plain_file(const std::string &path, const char *name, int how);
    ~plain_file();
    plain_file(const plain_file &) = delete;
    plain_file &operator=(const plain_file &) = delete;

    bool is_there() const
    {
        return number >= 0;
    }

    uint64_t size() const
    {
        return static_cast<uint64_t>(about.st_size);
    }

    // Reads up to `most` bytes at `offset`; how many there were.
    size_t read(char *to, size_t most, uint64_t offset) const;
    std::string bytes(size_t most, uint64_t offset) const;

    int number = -1;

  private:
    struct stat about = {};
};

// Nothing where there is no version file or it is of another format.
std::optional<glass_version> read_glass_version(const std::string &path);

} // namespace xc
