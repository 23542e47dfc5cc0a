/* The start of a page -> the label of its encoding that it declares. */
#ifndef INDEXER_CHARSET_DECLARED_H
#define INDEXER_CHARSET_DECLARED_H

#include <palpate/view.h>
#include <stdbool.h>

/* The label after "charset=" in a Content-Type; empty where there is none. */
palpate_view charset_in_type(palpate_view content_type);

/* The label of the first meta element that names an encoding, or of the XML
   declaration; empty where there is none.  What `is_label` does not know is none.  As
   browsers do, it looks at tags alone, and not at other elements that have an attribute
   of this name: at the first 1,024 bytes, and beyond these up to the end of the head.
 */
palpate_view charset_declared(palpate_view bytes, bool (*is_label)(palpate_view label));

#endif
