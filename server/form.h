/* The first line and the headers of a request -> what is wrong with their form.  What
   the HTTP library reads generously, proxies in front may read otherwise. */
#ifndef SERVER_FORM_H
#define SERVER_FORM_H

#include <palpate/view.h>
#include <stdbool.h>

/* What is wrong with an address as it was sent, as a sentence without a full stop; NULL
   where nothing is. */
const char *form_target_fault(const char *target);

/* The same for a method, which is a token. */
const char *form_method_fault(const char *method);

/* The same for a header. */
const char *form_header_fault(palpate_view name, palpate_view value);

/* The path of a path, or of a whole address, as one asks proxies. */
const char *form_path(const char *path);

#endif
