#include "shim/write_guard.hpp"

namespace {

enum { POSTLIST = 0, DOCDATA = 1, TERMLIST = 2 }; // as in NAMES of blocks.cc

const char *const END = "\xff\xff\xff\xff"; // after the keys of all documents

} // namespace

xc::write_guard::write_guard(const std::string &where,
        const std::shared_ptr<xc_blocks> &from, xc_block_check *ask, void *context)
    : postings(where, from, POSTLIST, ask, context),
      data(where, from, DOCDATA, ask, context),
      terms(where, from, TERMLIST, ask, context),
      most_keys(xc_blocks_count(from.get(), POSTLIST))
{
}

void xc::write_guard::note(const std::string &term, const std::string &document)
{
    const std::string first = postings_key(term);

    keys.push_back(first);
    keys.push_back(term.empty() ? first + document : first + '\0' + document);
}

// Where many postings change, to read all is less than to find each.
void xc::write_guard::note_all(
        Xapian::TermIterator from, const Xapian::TermIterator &to, Xapian::docid number)
{
    const std::string document = document_key(number);

    note("", document);
    for (; from != to; ++from)
        note(*from, document);
    needs_postings = keys.size() > most_keys;
    if (needs_postings)
        keys = {};
}

// A new document goes to the end.
void xc::write_guard::before_add()
{
    data.check(END, END);
    terms.check(END, END);
}

void xc::write_guard::after_add(const Xapian::Document &document, Xapian::docid number)
{
    if (needs_all)
        return;
    for (auto at = document.values_begin(); at != document.values_end(); ++at)
        note_value(at.get_valueno(), number);
    if (!needs_postings)
        note_all(document.termlist_begin(), document.termlist_end(), number);
}

// What is known of each slot; its values are near those of the documents.
void xc::write_guard::check_slots()
{
    static const std::string SLOTS_FIRST("\0\xd0", 2);
    static const std::string SLOTS_LAST("\0\xd1", 2);

    if (!has_slots)
        postings.check(SLOTS_FIRST, SLOTS_LAST);
    has_slots = true;
}

void xc::write_guard::note_value(Xapian::valueno slot, Xapian::docid number)
{
    needs_all = needs_all || slot >= SLOTS || values.size() >= most_keys;
    values.push_back(value_key(slot, number));
}

// The document has a value in some of these at most.
void xc::write_guard::note_values(
        const Xapian::Database &database, Xapian::docid number)
{
    check_slots();
    if (slots.empty())
        for (Xapian::valueno i = 0; i < SLOTS; i++)
            if (database.get_value_freq(i) > 0)
                slots.push_back(i);
    for (const Xapian::valueno slot : slots)
        note_value(slot, number);
}

void xc::write_guard::before_delete(
        const Xapian::Database &database, const std::string &term)
{
    const std::string first = postings_key(term);

    postings.check(first, first + std::string("\0\xfe", 2));
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term);
            ++at) {
        const std::string key = document_key(*at);
        data.check(key, key);
        terms.check(key, key + '\xff');
        if (needs_all)
            continue;
        note_values(database, *at);
        if (!needs_postings)
            note_all(database.termlist_begin(*at), database.termlist_end(*at), *at);
    }
    check_slots();
}

void xc::write_guard::before_metadata(const std::string &key)
{
    const std::string first = std::string("\0\xc0", 2) + key;

    postings.check(first, first + '\xff');
}

void xc::write_guard::before_commit()
{
    if (needs_all) {
        postings.check_all();
    } else if (needs_postings || !keys.empty()) {
        check_slots();
        keys.insert(keys.end(), values.begin(), values.end());
        postings.check_near(
                keys, needs_postings ? std::optional(postings_key("")) : std::nullopt);
    }
}
