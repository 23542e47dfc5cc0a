// What is read of a guarded database -> the keys whose blocks are checked before.
#pragma once

#include "shim/guard.hpp"
#include "shim/handles.hpp"

namespace xc {

// Check, where the database is guarded, the blocks with the postings of a term, of all
// terms that start with `prefix`, of the terms of a query; with the metadata of a key,
// or of all that start with it; with the value that a document has in a slot.
void check_term(const xc_database &database, const std::string &term);
void check_terms(const xc_database &database, const std::string &prefix);
void check_query(const xc_database &database, const Xapian::Query &query);
void check_metadata(
        const xc_database &database, const std::string &key, bool is_prefix);
void check_value(
        const xc_database &database, Xapian::valueno slot, Xapian::docid document);

} // namespace xc
