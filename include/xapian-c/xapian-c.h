/* A C binding of libxapian.

   1. A function that can fail returns an xc_status and takes an xc_error last, which
   may be NULL; results come first and are NULL or zero on failure.
   2. No exception crosses this boundary, and nothing lazy: what a function returns is
   copied out before it returns.
   3. xc_bytes borrows; data may hold NULs.  What a handle returns as xc_bytes lives as
   long as the documentation of that function says.
   4. Every …_close() and …_free() takes NULL.
   5. A handle is for one thread at a time, and so are all handles made from it.  Open
   one database for each thread.  Nothing is global.
   6. Terms are at most XC_TERM_SIZE bytes, a NUL counting double.
   7. A structure that is given is made by zeroing it.  A later version with the same
   name of the library (libxapian-c.so.0.1) has all functions of this one, and
   structures of the same sizes: new members take the place of what is `reserved`. */
#ifndef XAPIAN_C_H
#define XAPIAN_C_H

#include <xapian-c/base.h>
#include <xapian-c/blocks.h>
#include <xapian-c/files.h>
#include <xapian-c/query.h>
#include <xapian-c/read.h>
#include <xapian-c/search.h>
#include <xapian-c/stem.h>
#include <xapian-c/write.h>

#endif
