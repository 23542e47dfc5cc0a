// Blocks that a writer's changes need, checked before Xapian reads what is in them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <xapian-c/blocks.h>
#include <xapian.h>

#include "shim/block_guard.hpp"

namespace xc {

// Xapian reads term lists, data and what it knows of slots when a document is added or
// deleted, and postings and values when it commits: those of each term and slot, near
// the places of the documents.
class write_guard {
  public:
    write_guard(const std::string &where, const std::shared_ptr<xc_blocks> &from,
            xc_block_check *ask, void *context);

    void before_add();
    void after_add(const Xapian::Document &document, Xapian::docid number);
    void before_delete(const Xapian::Database &database, const std::string &term);
    void before_metadata(const std::string &key);
    void before_commit();

    // Something else is going to change, which may need any block.
    void before_other()
    {
        needs_all = true;
    }

  private:
    block_guard postings;
    block_guard data;
    block_guard terms;
    size_t most_keys;                   // with more of them, more blocks are read
    std::vector<std::string> keys;      // of postings that change
    std::vector<std::string> values;    // keys of values that change
    std::vector<Xapian::valueno> slots; // in which documents have values
    bool has_slots = false;             // what is known of them was checked
    bool needs_postings = false;        // all of them
    bool needs_all = false;             // also all values

    void check_slots();
    void note_value(Xapian::valueno slot, Xapian::docid number);
    void note_values(const Xapian::Database &database, Xapian::docid number);
    void note(const std::string &term, const std::string &document);
    void note_all(Xapian::TermIterator from, const Xapian::TermIterator &to,
            Xapian::docid number);
};

} // namespace xc
