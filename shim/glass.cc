// The files of a glass database as they should be: what its version file says of its
// tables is held against the files, so that damage is seen before anything is read.
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

#include "shim/guard.hpp"

using xc::guarded;

namespace {

struct table {
    const char *name;
    uint64_t size = 0;      // bytes that the committed state needs
    uint64_t root = 0;      // offset of the root block, where there is one
    uint64_t level = 0;     // of that block
    bool is_stored = false; // whether there is one
    bool has_free = false;  // blocks that the committed state does not need
};

struct version {
    std::string text; // of the file
    uint64_t revision = 0;
    std::array<table, 6> tables = { { { "postlist" }, { "docdata" }, { "termlist" },
            { "position" }, { "spelling" }, { "synonym" } } };
};

// Numbers as glass packs them: 7 bits a byte, the lowest first.
struct unpacker {
    const std::string &text;
    size_t place;
    bool is_sound = true;

    uint64_t number()
    {
        uint64_t value = 0;

        for (unsigned shift = 0; shift < 63 && place < text.size(); shift += 7) {
            const auto byte = static_cast<unsigned char>(text[place++]);
            value |= static_cast<uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80)
                return value;
        }
        is_sound = false;
        return 0;
    }
};

[[noreturn]] void damaged(const std::string &what)
{
    throw Xapian::DatabaseCorruptError(what);
}

// Opens a plain file.  A pipe would be waited for, so that the look comes first.
class plain_file {
  public:
    plain_file(const std::string &path, const char *name, int how)
    {
        const std::string full = path + "/" + name;

        if (lstat(full.c_str(), &about) != 0) {
            if (errno == ENOENT)
                return;
            throw xc::system_failure(full + ": " + std::strerror(errno));
        }
        if (!S_ISREG(about.st_mode))
            damaged(std::string(name) + " is no plain file");
        number = open(full.c_str(), how | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
        if (number < 0 || fstat(number, &about) != 0)
            throw xc::system_failure(full + ": " + std::strerror(errno));
    }

    ~plain_file()
    {
        if (number >= 0)
            close(number);
    }

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

    // Up to `most` bytes at `offset`.
    std::string bytes(size_t most, uint64_t offset) const
    {
        std::string text(most, '\0');
        const ssize_t got =
                pread(number, text.data(), most, static_cast<off_t>(offset));

        text.resize(got < 0 ? 0 : static_cast<size_t>(got));
        return text;
    }

    int number = -1;

  private:
    struct stat about = {};
};

void read_table(table &table, unpacker &from)
{
    const uint64_t root = from.number();
    const uint64_t how = from.number();
    (void)from.number(); // entries
    const uint64_t block = from.number() << 11;
    (void)from.number(); // from what size on tags are compressed
    const uint64_t list_size = from.number();
    const size_t list_end = from.place + list_size;

    // A table without entries needs no file.
    table.is_stored = (how & 1) == 0;
    table.root = root * block;
    table.level = how >> 2;
    if (list_size > 0) {
        (void)from.number(); // revision of the list of free blocks
        table.size = from.number() * block;
        const uint64_t first[] = { from.number(), from.number() };
        const uint64_t end[] = { from.number(), from.number() };
        table.has_free = first[0] != end[0] || first[1] != end[1];
    }
    if (table.is_stored && (table.size == 0 || table.root >= table.size))
        from.is_sound = false;
    from.is_sound = from.is_sound && list_size <= from.text.size() &&
                    from.place <= list_end && list_end <= from.text.size();
    from.place = list_end;
}

// The version file; nothing where there is none or it is of another format.
std::optional<version> read_version(const std::string &path)
{
    static const char MAGIC[] = "\x0f\x0dXapian Glass\x04\x6e"; // and the format
    enum { MAGIC_SIZE = sizeof MAGIC - 1, UUID_SIZE = 16, MOST = 1 << 16 };
    version found;
    const plain_file file(path, "iamglass", O_RDONLY);

    if (!file.is_there())
        return std::nullopt;
    found.text = file.bytes(MOST, 0);
    if (found.text.compare(0, MAGIC_SIZE, MAGIC, MAGIC_SIZE) != 0)
        return std::nullopt;
    unpacker from{ found.text, MAGIC_SIZE + UUID_SIZE };
    found.revision = from.number();
    for (table &table : found.tables)
        if (from.is_sound)
            read_table(table, from);
    if (!from.is_sound)
        damaged("iamglass is cut short or changed");
    return found;
}

// A block begins with the revision that wrote it and its level.
void check_root(const table &table, const plain_file &file, const version &of)
{
    const std::string head = file.bytes(5, table.root);
    uint64_t revision = 0;

    for (size_t i = 0; i < 4 && i < head.size(); i++)
        revision = revision << 8 | static_cast<unsigned char>(head[i]);
    if (head.size() < 5 || revision > of.revision ||
            static_cast<unsigned char>(head[4]) != table.level)
        damaged(std::string(table.name) + ".glass is not the table that was written");
}

void check_table(const table &table, const std::string &path, const version &of)
{
    const std::string name = std::string(table.name) + ".glass";
    const plain_file file(path, name.c_str(), O_RDONLY);

    if (!table.is_stored)
        return;
    if (!file.is_there())
        damaged(name + " is missing");
    // Free blocks at its end may never have been written: a batch of changes took them
    // and gave them back.  Then the file is shorter, and nothing is missing.
    if (file.size() < table.size && !table.has_free)
        damaged(name + " has " + std::to_string(file.size()) + " bytes instead of " +
                std::to_string(table.size));
    check_root(table, file, of);
}

// Whether a writer has committed since.
bool is_newer(const std::string &path, const version &seen)
{
    const std::optional<version> now = read_version(path);

    return !now || now->text != seen.text;
}

void check_files(const std::string &path)
{
    enum { TRIES = 5 };

    for (int attempt = 1;; attempt++) {
        const std::optional<version> seen = read_version(path);
        if (!seen)
            return;
        try {
            for (const table &table : seen->tables)
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
    const std::optional<version> seen = read_version(path);

    if (!seen)
        return;
    for (const table &table : seen->tables) {
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
