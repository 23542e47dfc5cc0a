// Blocks of a database, checked before Xapian reads what is in them.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian-c/blocks.h>
#include <xapian.h>

#include "shim/glass_blocks.hpp"

namespace xc {

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

    uint64_t revision() const
    {
        return blocks->version.revision;
    }

  private:
    std::string path;
    std::shared_ptr<xc_blocks> blocks;
    unsigned table;
    xc_block_check *is_sound;
    void *user;
    std::vector<bool> seen;
    std::unordered_map<uint32_t, std::string> branches; // those that were read
    std::string leaf;
    std::string checked_first; // the last range of keys of which all blocks are checked
    std::string checked_last;

    const std::string &branch(uint32_t number, unsigned level);
    void check_block(uint32_t number, const std::string &bytes);
    void check_leaf(uint32_t number);
    void visit(uint32_t number, unsigned level, const std::string &first,
            const std::string &last);
    [[noreturn]] void damaged(uint32_t number) const;
};

// The same of what a writer reads at once when it adds or deletes a document.
class write_guard {
  public:
    write_guard(const std::string &where, const std::shared_ptr<xc_blocks> &from,
            xc_block_check *ask, void *context);

    void before_add();
    void before_delete(const Xapian::Database &database, const std::string &term);

  private:
    block_guard postings;
    block_guard data;
    block_guard terms;
    bool has_values = false; // those of all documents were checked
};

} // namespace xc
