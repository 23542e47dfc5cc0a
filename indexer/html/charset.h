/* Page bytes in any encoding -> UTF-8. */
#ifndef INDEXER_CHARSET_H
#define INDEXER_CHARSET_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>

#include "core/arena.h"

/* Finds the encoding by, in this order: a byte order mark, `content_type` (the HTTP
   header, may be empty), validity as UTF-8, a meta or xml declaration in the first
   2,048 bytes, windows-1252.  What calls itself latin-1 or ascii is windows-1252, as in
   browsers.  NULs and ill-formed bytes become U+FFFD.  `*out` lives in `arena`.
   PALPATE_NO_MEMORY. */
palpate_status charset_decode(palpate_view *out, struct arena *arena,
        palpate_view bytes, palpate_view content_type, palpate_error *err);

/* Whether the header or a byte order mark says that a character has two bytes. */
bool charset_is_wide(palpate_view bytes, palpate_view content_type);

/* Whether the header or the page itself names an encoding. */
bool charset_is_declared(palpate_view bytes, palpate_view content_type);

#endif
