#include "shim/glass_version.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace {

// Numbers as glass packs them: 7 bits a byte, the lowest first.
struct unpacker {
    const std::string &text;
    size_t place;
    bool is_sound = true;
    size_t kept = 0; // up to where the text is in `state`
    std::string state{};

    uint64_t revision()
    {
        state.append(text, kept, place - kept);
        const uint64_t found = number();
        kept = place;
        return found;
    }

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

    xc::glass_place place_in_list()
    {
        const uint64_t block = number();

        return { block, 4 * number() };
    }
};

bool is_block_size(uint64_t size)
{
    return size >= 2048 && size <= 65536 && (size & (size - 1)) == 0;
}

void read_table(xc::glass_table &table, unpacker &from)
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
    table.block = is_block_size(block) ? static_cast<uint32_t>(block) : 0;
    if (list_size > 0) {
        (void)from.revision(); // of the list of free blocks
        table.size = from.number() * block;
        table.first_free = from.place_in_list();
        table.last_free = from.place_in_list();
    }
    if (table.is_stored &&
            (table.block == 0 || table.size == 0 || table.root >= table.size))
        from.is_sound = false;
    from.is_sound = from.is_sound && list_size <= from.text.size() &&
                    from.place <= list_end && list_end <= from.text.size();
    from.place = list_end;
}

} // namespace

void xc::glass_damaged(const std::string &what)
{
    throw Xapian::DatabaseCorruptError(what);
}

xc::plain_file::plain_file(const std::string &path, const char *name, int how)
{
    const std::string full = path + "/" + name;

    if (lstat(full.c_str(), &about) != 0) {
        if (errno == ENOENT)
            return;
        throw xc::system_failure(full + ": " + std::strerror(errno));
    }
    if (!S_ISREG(about.st_mode))
        glass_damaged(std::string(name) + " is no plain file");
    number = open(full.c_str(), how | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (number < 0 || fstat(number, &about) != 0)
        throw xc::system_failure(full + ": " + std::strerror(errno));
}

xc::plain_file::~plain_file()
{
    if (number >= 0)
        close(number);
}

size_t xc::plain_file::read(char *to, size_t most, uint64_t offset) const
{
    size_t done = 0;

    while (done < most) {
        const ssize_t got = pread(
                number, to + done, most - done, static_cast<off_t>(offset + done));
        if (got == 0 || (got < 0 && errno != EINTR))
            break;
        if (got > 0)
            done += static_cast<size_t>(got);
    }
    return done;
}

std::string xc::plain_file::bytes(size_t most, uint64_t offset) const
{
    std::string text(most, '\0');

    text.resize(read(text.data(), most, offset));
    return text;
}

std::optional<xc::glass_version> xc::read_glass_version(const std::string &path)
{
    static const char MAGIC[] = "\x0f\x0dXapian Glass\x04\x6e"; // and the format
    enum { MAGIC_SIZE = sizeof MAGIC - 1, UUID_SIZE = 16, MOST = 1 << 16 };
    glass_version found;
    const plain_file file(path, "iamglass", O_RDONLY);

    if (!file.is_there())
        return std::nullopt;
    found.text = file.bytes(std::min<uint64_t>(file.size(), MOST), 0);
    if (found.text.compare(0, MAGIC_SIZE, MAGIC, MAGIC_SIZE) != 0)
        return std::nullopt;
    unpacker from{ found.text, MAGIC_SIZE + UUID_SIZE };
    found.revision = from.revision();
    for (glass_table &table : found.tables)
        if (from.is_sound)
            read_table(table, from);
    if (!from.is_sound)
        glass_damaged("iamglass is cut short or changed");
    found.state = from.state.append(found.text, from.kept, std::string::npos);
    return found;
}
