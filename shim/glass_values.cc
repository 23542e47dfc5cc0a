// Values in whole blocks of a damaged database.  A leaf has items: their size with
// marks in its upper bits, the size of the key, the key, in all but the first part of
// an entry the number of the part, and the part.  An entry of values has the number of
// its first document in its key, and then the values: each but the first after the
// number of documents between it and the one before, each after its size.
#include <algorithm>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include <xapian-c/blocks.h>

#include "shim/glass_blocks.hpp"
#include "shim/guard.hpp"

using xc::guarded;

namespace {

enum { POSTLIST = 0, LEVEL = 4, DIR_END = 9, DIR_START = 11 };
enum { SIZE_MASK = 0x1FFF, FIRST_PART = 0x2000, LAST_PART = 0x4000 };
enum { ITEM_SIZE = 2, KEY_SIZE = 1, PART_SIZE = 2, LEAST = 3, PREFIX = 3 };

unsigned byte_at(std::string_view bytes, size_t place)
{
    return place < bytes.size() ? static_cast<unsigned char>(bytes[place]) : 0;
}

unsigned two_at(std::string_view bytes, size_t place)
{
    return byte_at(bytes, place) * 256 + byte_at(bytes, place + 1);
}

// Takes a number of seven bits a byte, the lowest first.
bool take_number(std::string_view &bytes, uint64_t &number)
{
    number = 0;
    for (unsigned shift = 0; !bytes.empty() && shift < 64; shift += 7) {
        const unsigned byte = byte_at(bytes, 0);
        bytes.remove_prefix(1);
        number |= uint64_t{ byte & 127 } << shift;
        if (byte < 128)
            return true;
    }
    return false;
}

bool take_value(std::string_view &bytes, std::string_view &value)
{
    uint64_t size = 0;

    if (!take_number(bytes, size) || size > bytes.size())
        return false;
    value = bytes.substr(0, size);
    bytes.remove_prefix(size);
    return true;
}

// The number in a key: as many ones as there are bytes after the first two, a zero, and
// the number, the highest byte first.
Xapian::docid document_of(std::string_view key)
{
    uint64_t number = byte_at(key, 0);

    for (unsigned bit = 128; bit != 0 && (byte_at(key, 0) & bit) != 0; bit >>= 1)
        number &= ~uint64_t{ bit };
    for (size_t i = 1; i < key.size(); i++)
        number = number << 8 | byte_at(key, i);
    return static_cast<Xapian::docid>(number);
}

// Where a part of an entry is.
struct part {
    uint32_t block = 0;
    uint32_t place = 0;
    uint32_t size = 0;
    bool is_last = false;
};
using parts_of_entry = std::map<unsigned, part>;

// An item of a leaf: a key, and a part of its entry.
struct item {
    std::string_view key;
    unsigned which = 1;
    part where;

    // False for bytes that are none.
    bool read(uint32_t number, std::string_view block, size_t start)
    {
        const unsigned marks = two_at(block, start);
        const size_t key_size = byte_at(block, start + ITEM_SIZE);
        const size_t end = start + (marks & SIZE_MASK) + LEAST;
        size_t at = start + ITEM_SIZE + KEY_SIZE;

        if (end > block.size() || at + key_size + PART_SIZE > end)
            return false;
        key = block.substr(at, key_size);
        at += key_size;
        if ((marks & FIRST_PART) == 0) {
            which = two_at(block, at);
            at += PART_SIZE;
        }
        where = { number, static_cast<uint32_t>(at), static_cast<uint32_t>(end - at),
            (marks & LAST_PART) != 0 };
        return true;
    }
};

} // namespace

struct xc_values {
    std::unique_ptr<xc_blocks> blocks;
    xc_block_check *check;
    void *user;
    std::map<Xapian::docid, parts_of_entry> entries{}; // by first document
    std::string entry{};                               // the one read last
    Xapian::docid entry_first = 0;

    // Gives all items of whole leaves.
    template <typename Each>
    void each_item(Each &&each)
    {
        const uint32_t size = xc_blocks_size(blocks.get(), POSTLIST);

        for (uint32_t i = 0; i < blocks->there(POSTLIST); i++) {
            xc_bytes bytes = { nullptr, 0 };
            if (xc_blocks_read(&bytes, blocks.get(), POSTLIST, i, nullptr) != XC_OK ||
                    bytes.data[LEVEL] != 0 || !check(user, POSTLIST, i, bytes))
                continue;
            const std::string_view block(bytes.data, size);
            const size_t end = std::min<size_t>(two_at(block, DIR_END), size);
            for (size_t at = DIR_START; at + 1 < end; at += 2) {
                item one;
                if (one.read(i, block, two_at(block, at)))
                    each(one);
            }
        }
    }

    void find_entries(uint32_t slot)
    {
        const std::string prefix = std::string("\0\xd8", 2) + static_cast<char>(slot);

        each_item([&](const item &one) {
            if (one.key.size() > PREFIX && one.key.substr(0, PREFIX) == prefix)
                entries[document_of(one.key.substr(PREFIX))][one.which] = one.where;
        });
    }

    // An entry put together; empty where a part is not there.
    std::string read(const parts_of_entry &parts)
    {
        unsigned next = 1;
        std::string whole;

        for (const auto &[which, one] : parts) {
            if (which != next++)
                break;
            whole.append(blocks->look(POSTLIST, one.block) + one.place, one.size);
            if (one.is_last)
                return whole;
        }
        return {};
    }

    std::string metadata(const std::string &key)
    {
        parts_of_entry parts;
        const std::string full = std::string("\0\xc0", 2) + key;

        each_item([&](const item &one) {
            if (one.key == full)
                parts[one.which] = one.where;
        });
        return read(parts);
    }

    std::string_view find(Xapian::docid document)
    {
        auto after = entries.upper_bound(document);
        uint64_t between = 0;
        std::string_view value;

        if (after == entries.begin())
            return {};
        const auto &[first, parts] = *--after;
        if (entry_first != first)
            entry = read(parts);
        entry_first = first;
        std::string_view rest = entry;
        uint64_t at = first;
        bool is_read = take_value(rest, value);
        while (is_read && at < document) {
            is_read = take_number(rest, between) && take_value(rest, value);
            at += between + 1;
        }
        return is_read && at == document ? value : std::string_view{};
    }
};

extern "C" {

xc_status xc_values_open(xc_values **out, xc_blocks *blocks, uint32_t slot,
        xc_block_check *check, void *user, xc_error *err)
{
    std::unique_ptr<xc_blocks> owned(blocks);

    *out = nullptr;
    return guarded(err, [&] {
        auto values =
                std::make_unique<xc_values>(xc_values{ std::move(owned), check, user });
        values->find_entries(slot);
        *out = values.release();
    });
}

void xc_values_close(xc_values *values)
{
    delete values;
}

xc_status xc_values_find(
        xc_bytes *out, xc_values *values, uint32_t docid, xc_error *err)
{
    *out = { nullptr, 0 };
    return guarded(err, [&] {
        const std::string_view value = values->find(docid);
        *out = { value.data(), value.size() };
    });
}

xc_status xc_values_metadata(
        char **out, size_t *size, xc_values *values, xc_bytes key, xc_error *err)
{
    *out = nullptr;
    *size = 0;
    return guarded(err, [&] {
        const std::string text = values->metadata(xc::to_string(key));
        *out = xc::copy_out(text);
        *size = text.size();
    });
}

} // extern "C"
