// Blocks of a database, checked before Xapian reads what is in them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian-c/blocks.h>
#include <xapian.h>

#include "shim/glass_blocks.hpp"

namespace xc {

// The number of a document in the keys of tables: as many ones as there are bytes after
// the first two, a zero, and the number, the highest byte first.
std::string document_key(Xapian::docid document);

// Gives each block, once, to the caller's check.  Xapian has no sums of its own, and
// reads by itself, so that the blocks are found here by the keys that it is going to
// ask for.
class block_guard {
  public:
    block_guard(std::string where, std::shared_ptr<xc_blocks> from, unsigned which,
            xc_block_check *ask, void *context);

    // Checks all blocks of its table that may hold a key from `first` to `last`. Throws
    // DatabaseCorruptError for one that is damaged, and DatabaseModifiedError where the
    // database has changed meanwhile.
    void check(const std::string &first, const std::string &last);

    // The same of all blocks of the table; of those in which each key belongs, and
    // their neighbours, and of all from the key `from` on.
    void check_all();
    void check_near(const std::vector<std::string> &keys,
            const std::optional<std::string> &from);

    uint64_t revision() const
    {
        return blocks->version.revision;
    }

  private:
    // Keys from the first one to below the other.
    struct key_range {
        std::string first;
        std::string end;
    };

    // A block of entries, and a key below which it has none.
    struct leaf {
        std::string key;
        uint32_t number;
    };

    std::string path;
    std::shared_ptr<xc_blocks> blocks;
    unsigned table;
    xc_block_check *is_sound;
    void *user;
    std::vector<bool> seen;
    std::unordered_map<uint32_t, std::string> branches; // those that were read
    std::string leaf_bytes; // of the one that is being checked
    key_range checked;      // the last one of which all blocks are checked

    const std::string &branch(uint32_t number, unsigned level);
    std::vector<leaf> below(uint32_t number, unsigned level);
    void list_leaves(std::vector<leaf> &out, leaf at, unsigned level);
    std::vector<leaf> leaves();
    void check_leaves(std::vector<uint32_t> numbers);
    void check_block(uint32_t number, xc_bytes bytes);
    void check_leaf(uint32_t number);
    void visit(key_range &range, uint32_t number, unsigned level,
            const std::string &first, const std::string &last);
    [[noreturn]] void damaged(uint32_t number) const;
};

// The key of the values around a document in a slot below SLOTS.
enum { SLOTS = 128 };
std::string value_key(Xapian::valueno slot, Xapian::docid document);

// The key of the first postings of a term; of no term, of all documents.
std::string postings_key(const std::string &term);

} // namespace xc
