/* Text of a page -> text of HTML. */
#ifndef PALPATE_HTML_H
#define PALPATE_HTML_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What is written for a byte of text in HTML and XML, also inside quotation marks: a
   reference for &, <, >, " and ', and NULL for any other byte, which is written as it
   is.  Texts of answers are text, and are escaped by whoever puts them into a page. */
static inline const char *palpate_html_reference(char byte)
{
    switch (byte) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return NULL;
    }
}

#ifdef __cplusplus
}
#endif
#endif
