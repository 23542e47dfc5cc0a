#include "shim/write_guard.hpp"

namespace {

enum { POSTLIST = 0, DOCDATA = 1, TERMLIST = 2 }; // as in NAMES of blocks.cc

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
    const std::string document = key_of(number);

    if (needs_all)
        return;
    note("", document);
    for (; from != to; ++from)
        note(*from, document);
    needs_all = keys.size() > most_keys;
    if (needs_all)
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
    if (!needs_all)
        note_all(document.termlist_begin(), document.termlist_end(), number);
}

void xc::write_guard::check_values()
{
    static const std::string VALUES("\0\xd0", 2); // with what is known of each slot
    static const std::string VALUES_END("\0\xd9", 2);

    if (!has_values)
        postings.check(VALUES, VALUES_END);
    has_values = true;
}

void xc::write_guard::before_delete(
        const Xapian::Database &database, const std::string &term)
{
    const std::string first = postings_key(term);

    postings.check(first, first + std::string("\0\xfe", 2));
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term);
            ++at) {
        const std::string key = key_of(*at);
        data.check(key, key);
        terms.check(key, key + '\xff');
        if (!needs_all)
            note_all(database.termlist_begin(*at), database.termlist_end(*at), *at);
    }
    check_values();
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
    } else if (!keys.empty()) {
        check_values();
        postings.check_near(keys);
    }
}
