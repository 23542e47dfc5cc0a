#include "shim/block_guard.hpp"

#include <algorithm>
#include <string_view>

namespace {

enum { POSTLIST = 0, DOCDATA = 1, TERMLIST = 2 }; // as in NAMES of blocks.cc
enum { LEVEL = 4, DIR_END = 9, DIR_START = 11, NUMBER_SIZE = 4 };

enum { MOST_BRANCHES = 1024 /* kept: 8 MB */ };

unsigned byte_at(const std::string &block, size_t place)
{
    return static_cast<unsigned char>(block[place]);
}

// The items of a branch: each a key from which on a block has the keys, and its number.
struct items {
    const std::string &block;
    size_t count;
    bool is_sound = true;

    explicit items(const std::string &branch) : block(branch)
    {
        const size_t end = byte_at(block, DIR_END) * 256 + byte_at(block, DIR_END + 1);

        is_sound = end <= block.size() && end > DIR_START;
        count = is_sound ? (end - DIR_START) / 2 : 0;
    }

    // Where the item begins; a place in which nothing fits is the first.
    size_t place(size_t i) const
    {
        const size_t entry = DIR_START + 2 * i;
        const size_t at = byte_at(block, entry) * 256 + byte_at(block, entry + 1);

        return at + NUMBER_SIZE < block.size() ? at : size_t{ DIR_START };
    }

    uint32_t number(size_t i) const
    {
        uint32_t number = 0;

        for (size_t k = 0; k < NUMBER_SIZE; k++)
            number = number << 8 | byte_at(block, place(i) + k);
        return number;
    }

    // The first has none: it has all keys below that of the second.
    std::string_view key(size_t i) const
    {
        const size_t at = place(i) + NUMBER_SIZE;
        const size_t size = std::min<size_t>(byte_at(block, at), block.size() - at - 1);

        return { block.data() + at + 1, size };
    }

    // The last item whose key is below `first`, or the first of all.
    size_t before(const std::string &first) const
    {
        size_t low = 0;
        size_t high = count;

        while (high - low > 1) {
            const size_t middle = low + (high - low) / 2;
            if (key(middle) < first)
                low = middle;
            else
                high = middle;
        }
        return low;
    }
};

} // namespace

xc::block_guard::block_guard(std::string where, std::shared_ptr<xc_blocks> from,
        unsigned which, xc_block_check *ask, void *context)
    : path(std::move(where)), blocks(std::move(from)), table(which), is_sound(ask),
      user(context), seen(xc_blocks_count(blocks.get(), which))
{
}

// What a writer has written anew since is no damage.
void xc::block_guard::damaged(uint32_t number) const
{
    const std::optional<glass_version> now = read_glass_version(path);

    if (!now || now->text != blocks->version.text)
        throw Xapian::DatabaseModifiedError("the database has changed");
    glass_damaged(std::string(xc_blocks_name(table)) + ": block " +
                  std::to_string(number) + " is damaged");
}

void xc::block_guard::check_block(uint32_t number, const std::string &bytes)
{
    if (!is_sound(user, table, number, { bytes.data(), bytes.size() }))
        damaged(number);
    seen[number] = true;
}

const std::string &xc::block_guard::branch(uint32_t number, unsigned level)
{
    const auto known = branches.find(number);

    if (known != branches.end())
        return known->second;
    if (branches.size() >= MOST_BRANCHES)
        branches.clear();
    std::string bytes = blocks->block(table, number);
    check_block(number, bytes);
    if (byte_at(bytes, LEVEL) != level)
        damaged(number);
    return branches.emplace(number, std::move(bytes)).first->second;
}

void xc::block_guard::check_leaf(uint32_t number)
{
    const uint32_t size = blocks->version.tables[table].block;

    if (seen[number])
        return;
    leaf.resize(size);
    if (blocks->files[table]->read(leaf.data(), size, uint64_t{ number } * size) !=
            size)
        damaged(number);
    check_block(number, leaf);
}

void xc::block_guard::visit(uint32_t number, unsigned level, const std::string &first,
        const std::string &last)
{
    if (number >= seen.size())
        damaged(number);
    if (level == 0) {
        check_leaf(number);
        return;
    }
    // A copy of what is followed: others take its place in the memory of branches.
    std::vector<uint32_t> below;
    const items all(branch(number, level));
    if (!all.is_sound)
        damaged(number);
    for (size_t i = all.before(first); i < all.count; i++) {
        if (i > 0 && all.key(i) > last)
            break;
        below.push_back(all.number(i));
    }
    for (const uint32_t one : below)
        visit(one, level - 1, first, last);
}

void xc::block_guard::check(const std::string &first, const std::string &last)
{
    const glass_table &of = blocks->version.tables[table];

    // Who lists the keys of a kind asks for the value of each after that.
    if (checked_first <= first && last <= checked_last)
        return;
    if (of.is_stored)
        visit(xc_blocks_root(blocks.get(), table), static_cast<unsigned>(of.level),
                first, last);
    checked_first = first;
    checked_last = last;
}

namespace {

// The key of a document in the tables of data and of term lists: as many ones as there
// are bytes after the first two, a zero, and the number, the highest byte first.
std::string key_of(Xapian::docid document)
{
    std::string key;
    unsigned more = 0; // bytes after the first two

    while (more < 3 && uint64_t{ document } >> (15 + 7 * more) != 0)
        more++;
    for (unsigned i = more + 2; i-- > 0;)
        key += static_cast<char>(uint64_t{ document } >> (8 * i) & 0xFF);
    key[0] = static_cast<char>(static_cast<unsigned char>(key[0]) | (0xFF00U >> more));
    return key;
}

const char *const END = "\xff\xff\xff\xff"; // after the keys of all documents

} // namespace

xc::write_guard::write_guard(const std::string &where,
        const std::shared_ptr<xc_blocks> &from, xc_block_check *ask, void *context)
    : postings(where, from, POSTLIST, ask, context),
      data(where, from, DOCDATA, ask, context),
      terms(where, from, TERMLIST, ask, context)
{
}

// A new document goes to the end.
void xc::write_guard::before_add()
{
    data.check(END, END);
    terms.check(END, END);
}

void xc::write_guard::before_delete(
        const Xapian::Database &database, const std::string &term)
{
    static const std::string VALUES("\0\xd0", 2); // with what is known of each slot
    static const std::string VALUES_END("\0\xd9", 2);

    postings.check(term, term + std::string("\0\xfe", 2));
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term);
            ++at) {
        const std::string key = key_of(*at);
        data.check(key, key);
        terms.check(key, key + '\xff');
    }
    if (!has_values)
        postings.check(VALUES, VALUES_END);
    has_values = true;
}
