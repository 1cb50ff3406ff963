/// A compiled template; immutable, may be rendered from several threads at once.
public struct Template: Sendable {
    /// Everything a rendering needs.
    final class Storage: Sendable {
        let program: Program
        let library: TemplateLibrary
        let messages: MessageCatalog
        let limits: TemplateLimits
        let mode: TemplateMode
        /// The logical name, without its suffix.
        let name: String
        /// Without a schema records behave like Java maps, whose `size` and `keys` come before their entries.
        let isJavaMap: Bool

        init(
            program: Program,
            library: TemplateLibrary,
            messages: MessageCatalog,
            limits: TemplateLimits,
            isJavaMap: Bool,
            name: String
        ) {
            self.name = name
            self.program = program
            self.library = library
            self.messages = messages
            self.limits = limits
            self.isJavaMap = isJavaMap
            mode = program.mode
        }
    }

    let storage: Storage

    /// Renders a document.
    ///
    /// - Throws: ``RenderError`` when an expression cannot be evaluated or a limit is passed.
    public func render(_ context: Context) throws(RenderError) -> [UInt8] {
        var buffer = RenderBuffer()
        try render(context, into: &buffer)
        return buffer.bytes
    }

    /// Appends a document to a buffer; after an error the buffer is as it was.
    ///
    /// - Throws: ``RenderError`` when an expression cannot be evaluated or a limit is passed.
    public func render(_ context: Context, into buffer: inout RenderBuffer) throws(RenderError) {
        buffer.scratch.reset()
        var machine = Machine(storage, context.storage, buffer)
        var fault: Fault?
        do throws(Fault) {
            try machine.run(from: storage.program.start)
        } catch {
            fault = error
        }
        buffer.base = machine.outputStart
        buffer.capacity = machine.outputLimit - machine.outputStart
        if let fault {
            throw RenderError(diagnostics: [fault.diagnostic(fallback: storage.program.sources.first)])
        }
        let count = machine.output - machine.outputStart
        guard count <= storage.limits.outputBytes else {
            let fault = Machine.tooLarge(storage.limits)
            throw RenderError(diagnostics: [fault.diagnostic(fallback: storage.program.sources.first)])
        }
        buffer.count = count
    }
}
