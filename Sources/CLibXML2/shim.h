// Debian's libxml2 headers pull in ICU's, which collide with the ICU module inside Foundation. With the ICU switch off
// before the other headers are read, they are never included; the library itself is unchanged.
#ifndef PLANREPORT_CLIBXML2_SHIM_H
#define PLANREPORT_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlsave.h>
#include <libxml/xmlschemas.h>

/// `xmlFree` is a global variable, which Swift 6 does not let concurrent code read.
static inline void planreport_xmlFree(void *memory) {
    xmlFree(memory);
}

#endif
