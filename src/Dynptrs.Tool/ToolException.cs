using System;

namespace Dynptrs.Tool;

/// <summary>A command cannot do what it is asked: the message says why, and the way out.</summary>
/// <param name="message">Why.</param>
internal sealed class ToolException(string message) : Exception(message);
