namespace Dynptrs.Emit.Text;

/// <summary>How tightly the operators of C bind, the loosest first.</summary>
internal enum Precedence
{
    Conditional,
    LogicalOr,
    LogicalAnd,
    Or,
    Xor,
    And,
    Equality,
    Relation,
    Shift,
    Sum,
    Product,
    Unary,
    Primary,
}
