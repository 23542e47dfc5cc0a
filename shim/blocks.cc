// The blocks of a glass database, for sums of them.
#include <algorithm>
#include <memory>
#include <vector>

#include <fcntl.h>
#include <xapian-c/blocks.h>

#include "shim/glass_blocks.hpp"

using xc::glass_damaged;
using xc::guarded;

namespace {

enum {
    LEVEL = 4,     // where a block says its level
    DIR_END = 9,   // where it says where its list of items ends
    DIR_START = 11 // where that list begins
};
enum { NUMBER_SIZE = 4, OFFSET_SIZE = 2 };

const char *const NAMES[XC_TABLES] = { "postlist.glass", "docdata.glass",
    "termlist.glass", "position.glass", "spelling.glass", "synonym.glass" };

uint32_t number_at(const std::string &block, size_t place)
{
    uint32_t number = 0;

    for (size_t i = 0; i < NUMBER_SIZE; i++)
        number = number << 8 | static_cast<unsigned char>(block[place + i]);
    return number;
}

uint32_t offset_at(const std::string &block, size_t place)
{
    return static_cast<unsigned char>(block[place]) * 256U +
           static_cast<unsigned char>(block[place + 1]);
}

[[noreturn]] void damaged_block(unsigned table, uint32_t number)
{
    glass_damaged(std::string(NAMES[table]) + ": block " + std::to_string(number) +
                  " is damaged");
}

// A walk over the tree of a table.
struct tree_walk {
    xc_blocks *blocks;
    unsigned table;
    xc_block_each *each;
    void *user;
    std::vector<bool> seen; // so that a damaged tree cannot lead in a circle

    void visit(uint32_t number, unsigned level)
    {
        std::string block;

        if (number >= seen.size() || seen[number])
            damaged_block(table, number);
        seen[number] = true;
        if (level > 0)
            block = blocks->block(table, number);
        if (!each(user, number, level,
                    { level > 0 ? block.data() : nullptr, block.size() }))
            damaged_block(table, number);
        if (level > 0)
            follow(block, number, level);
    }

    void follow(const std::string &block, uint32_t number, unsigned level)
    {
        const size_t end = offset_at(block, DIR_END);

        if (static_cast<unsigned char>(block[LEVEL]) != level || end > block.size() ||
                end <= DIR_START)
            damaged_block(table, number);
        for (size_t entry = DIR_START; entry + 1 < end; entry += OFFSET_SIZE) {
            const size_t item = offset_at(block, entry);
            if (item + NUMBER_SIZE > block.size())
                damaged_block(table, number);
            visit(number_at(block, item), level - 1);
        }
    }
};

enum { FREE_LEVEL = 254, FREE_START = 8 };

// A walk over the list of free blocks of a table, which is in blocks itself: numbers,
// and at the end of a block that of the next one.
struct free_walk {
    xc_blocks *blocks;
    unsigned table;
    xc_block_each *each;
    void *user;
    uint32_t left; // so that a damaged list ends

    void visit(uint64_t number)
    {
        const auto narrow = static_cast<uint32_t>(number);

        if (left-- == 0 || number >= blocks->there(table) ||
                !each(user, narrow, 0, { nullptr, 0 }))
            glass_damaged(
                    std::string(NAMES[table]) + ": the list of free blocks is damaged");
    }

    std::string open(uint64_t number)
    {
        visit(number);
        std::string block = blocks->block(table, static_cast<uint32_t>(number));
        if (static_cast<unsigned char>(block[LEVEL]) != FREE_LEVEL)
            damaged_block(table, static_cast<uint32_t>(number));
        return block;
    }

    void run(xc::glass_place at, const xc::glass_place &end)
    {
        if (at.offset == 0) // no block was ever free
            return;
        for (std::string block = open(at.number); at != end;) {
            if (at.offset < FREE_START || at.offset + NUMBER_SIZE > block.size())
                damaged_block(table, static_cast<uint32_t>(at.number));
            const uint32_t number = number_at(block, at.offset);
            at.offset += NUMBER_SIZE;
            if (at.offset == block.size()) {
                at = { number, FREE_START };
                block = open(number);
            } else {
                visit(number);
            }
        }
    }
};

} // namespace

xc_blocks::xc_blocks(const std::string &path)
{
    const std::optional<xc::glass_version> found = xc::read_glass_version(path);

    if (!found)
        throw Xapian::DatabaseNotFoundError("there is no database here");
    version = *found;
    for (unsigned i = 0; i < XC_TABLES; i++) {
        if (!version.tables[i].is_stored)
            continue; // what has no entries needs no file
        files[i] = std::make_unique<xc::plain_file>(path, NAMES[i], O_RDONLY);
        if (!files[i]->is_there())
            glass_damaged(std::string(NAMES[i]) + " is missing");
    }
}

uint32_t xc_blocks::there(unsigned table) const
{
    const uint64_t stored =
            files[table] == nullptr
                    ? 0
                    : files[table]->size() / version.tables[table].block;

    return static_cast<uint32_t>(
            std::min<uint64_t>(xc_blocks_count(this, table), stored));
}

std::string xc_blocks::block(unsigned table, uint32_t number) const
{
    const uint32_t size = version.tables[table].block;
    if (files[table] == nullptr)
        damaged_block(table, number);
    std::string bytes = files[table]->bytes(size, uint64_t{ number } * size);

    if (bytes.size() != size)
        damaged_block(table, number);
    return bytes;
}

const char *xc_blocks::look(unsigned table, uint32_t number)
{
    enum { AHEAD = 16 };
    const uint32_t size = version.tables[table].block;
    const bool follows = table == window.table && number >= window.next &&
                         number - window.next < AHEAD;

    if (files[table] == nullptr)
        damaged_block(table, number);
    if (table != window.table || number < window.first ||
            number - window.first >= window.count) {
        const uint32_t wanted = follows ? AHEAD : 1;
        const size_t most = size_t{ wanted } * size;
        if (window.bytes.size() < most)
            window.bytes.resize(most);
        const size_t got = files[table]->read(
                window.bytes.data(), most, uint64_t{ number } * size);
        window.table = table;
        window.first = number;
        window.count = static_cast<uint32_t>(got / size);
        if (window.count == 0)
            damaged_block(table, number);
    }
    window.next = number + 1;
    return window.bytes.data() + size_t{ number - window.first } * size;
}

extern "C" {

xc_status xc_blocks_open(xc_blocks **out, const char *path, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] { *out = std::make_unique<xc_blocks>(path).release(); });
}

void xc_blocks_close(xc_blocks *blocks)
{
    delete blocks;
}

uint64_t xc_blocks_revision(const xc_blocks *blocks)
{
    return blocks->version.revision;
}

xc_bytes xc_blocks_version(const xc_blocks *blocks)
{
    return { blocks->version.text.data(), blocks->version.text.size() };
}

xc_bytes xc_blocks_state(const xc_blocks *blocks)
{
    return { blocks->version.state.data(), blocks->version.state.size() };
}

const char *xc_blocks_name(unsigned table)
{
    return NAMES[table];
}

uint32_t xc_blocks_count(const xc_blocks *blocks, unsigned table)
{
    const xc::glass_table &of = blocks->version.tables[table];

    return of.is_stored ? static_cast<uint32_t>(of.size / of.block) : 0;
}

uint32_t xc_blocks_size(const xc_blocks *blocks, unsigned table)
{
    const xc::glass_table &of = blocks->version.tables[table];

    return of.is_stored ? of.block : 0;
}

uint32_t xc_blocks_root(const xc_blocks *blocks, unsigned table)
{
    const xc::glass_table &of = blocks->version.tables[table];

    return of.is_stored ? static_cast<uint32_t>(of.root / of.block) : 0;
}

xc_status xc_blocks_read(xc_bytes *out, xc_blocks *blocks, unsigned table,
        uint32_t number, xc_error *err)
{
    *out = { nullptr, 0 };
    return guarded(err, [&] {
        const uint32_t size = blocks->version.tables[table].block;
        *out = { blocks->look(table, number), size };
    });
}

xc_status xc_blocks_walk(xc_blocks *blocks, unsigned table, xc_block_each *each,
        void *user, xc_error *err)
{
    return guarded(err, [&] {
        const xc::glass_table &of = blocks->version.tables[table];
        enum { DEEPEST = 10 }; // as glass has it
        if (!of.is_stored)
            return;
        if (of.level > DEEPEST)
            glass_damaged("iamglass is cut short or changed");
        tree_walk walk{ blocks, table, each, user,
            std::vector<bool>(blocks->there(table)) };
        walk.visit(xc_blocks_root(blocks, table), static_cast<unsigned>(of.level));
    });
}

xc_status xc_blocks_free(xc_blocks *blocks, unsigned table, xc_block_each *each,
        void *user, xc_error *err)
{
    return guarded(err, [&] {
        const xc::glass_table &of = blocks->version.tables[table];
        if (of.is_stored)
            free_walk{ blocks, table, each, user, blocks->there(table) + 1 }.run(
                    of.first_free, of.last_free);
    });
}

} // extern "C"
