/* Page bytes in any encoding -> UTF-8. */
#ifndef INDEXER_CHARSET_H
#define INDEXER_CHARSET_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>

#include "core/arena.h"

/* Finds the encoding by, in this order: a byte order mark, `content_type` (the HTTP
   header, may be empty), validity as UTF-8, what the page declares, what the bytes look
   like, windows-1252.  Labels stand for what they stand for in browsers: gb2312 is
   gb18030, latin-1 windows-1252.  NULs and ill-formed bytes become U+FFFD.  `*out`
   lives in `arena`.  PALPATE_NO_MEMORY. */
palpate_status charset_decode(palpate_view *out, struct arena *arena,
        palpate_view bytes, palpate_view content_type, palpate_error *err);

/* Whether the header or a byte order mark says that a character has two bytes. */
bool charset_is_wide(palpate_view bytes, palpate_view content_type);

/* Whether the header or the page itself names an encoding, or it is clear from the
 * bytes.
 */
bool charset_is_known(palpate_view bytes, palpate_view content_type);

#endif
