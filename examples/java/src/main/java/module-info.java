/**
 * The logic of SP4N-LAPOR!, Indonesia's national public-service complaint system, over its C library.
 */
module id.lapor {
    // on Java 22 and newer without the module path it may be absent
    requires com.sun.jna;

    exports id.lapor;
}
