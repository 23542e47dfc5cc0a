#include "shim/block_guard.hpp"

#include <algorithm>
#include <string_view>

namespace {

enum { LEVEL = 4, DIR_END = 9, DIR_START = 11, NUMBER_SIZE = 4 };

enum { MOST_BRANCHES = 1024 /* kept: 8 MB */ };

// The key right after another.
std::string next_key(std::string_view key)
{
    return std::string(key) + '\0';
}

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
      user(context), seen(blocks->there(which))
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

void xc::block_guard::check_block(uint32_t number, xc_bytes bytes)
{
    if (!is_sound(user, table, number, bytes))
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
    check_block(number, { bytes.data(), bytes.size() });
    if (byte_at(bytes, LEVEL) != level)
        damaged(number);
    return branches.emplace(number, std::move(bytes)).first->second;
}

void xc::block_guard::check_leaf(uint32_t number)
{
    const uint32_t size = blocks->version.tables[table].block;

    if (seen[number])
        return;
    leaf_bytes.resize(size);
    if (blocks->files[table]->read(
                leaf_bytes.data(), size, uint64_t{ number } * size) != size)
        damaged(number);
    check_block(number, { leaf_bytes.data(), leaf_bytes.size() });
}

// A block of the tree that leads to others; what is no such block is damaged.
std::vector<xc::block_guard::leaf> xc::block_guard::below(
        uint32_t number, unsigned level)
{
    // A copy of what is followed: others take its place in the memory of branches.
    std::vector<leaf> list;
    const items all(branch(number, level));

    if (!all.is_sound)
        damaged(number);
    for (size_t i = 0; i < all.count; i++)
        list.push_back({ std::string(i == 0 ? "" : all.key(i)), all.number(i) });
    return list;
}

void xc::block_guard::list_leaves(std::vector<leaf> &out, leaf at, unsigned level)
{
    if (at.number >= seen.size())
        damaged(at.number);
    if (level == 0) {
        out.push_back(std::move(at));
        return;
    }
    std::vector<leaf> list = below(at.number, level);
    list.front().key = std::move(at.key);
    for (leaf &one : list)
        list_leaves(out, std::move(one), level - 1);
}

std::vector<xc::block_guard::leaf> xc::block_guard::leaves()
{
    const glass_table &of = blocks->version.tables[table];
    std::vector<leaf> list;

    if (of.is_stored)
        list_leaves(list, { "", xc_blocks_root(blocks.get(), table) },
                static_cast<unsigned>(of.level));
    return list;
}

// In the order in which they are stored.
void xc::block_guard::check_leaves(std::vector<uint32_t> numbers)
{
    const uint32_t size = blocks->version.tables[table].block;

    std::sort(numbers.begin(), numbers.end());
    for (const uint32_t number : numbers) {
        if (seen[number])
            continue;
        xc_bytes bytes;
        if (xc_blocks_read(&bytes, blocks.get(), table, number, nullptr) != XC_OK ||
                bytes.size != size)
            damaged(number);
        check_block(number, bytes);
    }
}

void xc::block_guard::check_all()
{
    std::vector<uint32_t> numbers;

    for (const leaf &one : leaves())
        numbers.push_back(one.number);
    check_leaves(std::move(numbers));
}

void xc::block_guard::check_near(
        const std::vector<std::string> &keys, const std::optional<std::string> &from)
{
    const std::vector<leaf> all = leaves();
    std::vector<uint32_t> numbers;
    // The first block whose keys are all above this one.
    const auto after = [&all](const std::string &key) {
        const auto place = std::upper_bound(all.begin(), all.end(), key,
                [](const std::string &a, const leaf &b) { return a < b.key; });
        return static_cast<size_t>(place - all.begin());
    };
    // The block of a key and the one before may be the same at the start.
    const auto add = [&](size_t place, size_t end) {
        for (size_t i = place < 2 ? 0 : place - 2; i < end && i < all.size(); i++)
            numbers.push_back(all[i].number);
    };

    for (const std::string &key : keys) {
        const size_t place = after(key);
        add(place, place + 1);
    }
    if (from)
        add(after(*from), all.size());
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    check_leaves(std::move(numbers));
}

// `range` grows to all that the blocks hold which are checked for `first` to `last`.
void xc::block_guard::visit(key_range &range, uint32_t number, unsigned level,
        const std::string &first, const std::string &last)
{
    if (number >= seen.size())
        damaged(number);
    if (level == 0) {
        check_leaf(number);
        return;
    }
    // A copy of what is followed: others take its place in the memory of branches.
    std::vector<uint32_t> followed;
    const items all(branch(number, level));
    if (!all.is_sound)
        damaged(number);
    followed.reserve(4);
    const size_t begin = all.before(first);
    size_t end = begin;
    while (end < all.count && (end == 0 || all.key(end) <= last))
        followed.push_back(all.number(end++));
    if (level == 1) {
        if (range.end.empty() && begin > 0)
            range.first = next_key(all.key(begin));
        range.end = end < all.count ? std::string(all.key(end)) : next_key(last);
    }
    for (const uint32_t one : followed)
        visit(range, one, level - 1, first, last);
}

void xc::block_guard::check(const std::string &first, const std::string &last)
{
    const glass_table &of = blocks->version.tables[table];

    // Who lists the keys of a kind asks for the value of each after that, and who reads
    // values asks for those nearby.
    if (checked.first <= first && last < checked.end)
        return;
    key_range range = { first, {} };
    if (of.is_stored)
        visit(range, xc_blocks_root(blocks.get(), table),
                static_cast<unsigned>(of.level), first, last);
    if (range.end.empty())
        range.end = next_key(last);
    checked = std::move(range);
}

std::string xc::document_key(Xapian::docid document)
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

std::string xc::value_key(Xapian::valueno slot, Xapian::docid document)
{
    return std::string("\0\xd8", 2) + static_cast<char>(slot) + document_key(document);
}

std::string xc::postings_key(const std::string &term)
{
    std::string key;

    if (term.empty())
        return { "\0\xe0", 2 };
    if (term.find('\0') == std::string::npos)
        return term;
    for (const char c : term) {
        key += c;
        if (c == '\0')
            key += '\xff';
    }
    return key;
}
