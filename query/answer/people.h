/* What a page writes of its authors -> the people, one by one. */
#ifndef QUERY_PEOPLE_H
#define QUERY_PEOPLE_H

#include <palpate/view.h>
#include <stddef.h>

enum { MAX_PEOPLE = 16 };

/* The people that a byline names, parts of it without titles and degrees: "Dr Ann Lee,
   PT and Bo Ek" as "Ann Lee" and "Bo Ek".  Where it is not certain that all parts are
   people, as for teams, or names with the last one first, all of it is one.  Returns
   how many; none for an empty one. */
size_t people_of(palpate_view people[MAX_PEOPLE], palpate_view byline);

#endif
