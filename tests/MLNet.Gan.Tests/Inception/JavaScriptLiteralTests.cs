using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Inception;

[TestClass]
public sealed class JavaScriptLiteralTests
{
    [TestMethod]
    [DataRow("{}", "{}")]
    [DataRow("{a:1,_b$2:\"x:!0{\"}", "{\"a\":1,\"_b$2\":\"x:!0{\"}")]
    [DataRow("{a:!0,b:!1,c:null,d:true}", "{\"a\":true,\"b\":false,\"c\":null,\"d\":true}")]
    [DataRow("{a:[.99,-.5,1.,8.9e-7,[],{}]}", "{\"a\":[0.99,-0.5,1,8.9E-07,[],{}]}")]
    [DataRow("{a:\"\\\"}\\\\\"}", "{\"a\":\"\\\"}\\\\\"}", DisplayName = "escapes")]
    public void Object_BecomesJson(string literal, string json) =>
        Assert.AreEqual(json, JavaScriptLiteral.Object($"!function(n){{n={{exports:{{}}}};n.exports={literal}}},{{}}]}},{{}}"));

    [TestMethod]
    [DataRow("n.exports=f()", "exports no literal")]
    [DataRow("n.exports={a:f()}", "'f'")]
    [DataRow("n.exports={a:undefined}", "'undefined'")]
    [DataRow("n.exports={a:'x'}", "'''")]
    [DataRow("n.exports={a:1+process}", "number")]
    [DataRow("n.exports={a:!2}", "'!'")]
    [DataRow("n.exports={a:!", "'!'")]
    [DataRow("n.exports={a:1e999}", "number")]
    [DataRow("n.exports={a:`x`}", "'`'")]
    [DataRow("n.exports={a:[1", "cut short")]
    [DataRow("n.exports={a:\"x", "without an end")]
    [DataRow("n.exports={a:\"x\\", "without an end")]
    public void Object_OfMoreThanALiteral_IsRefused(string source, string reason)
    {
        var refusal = Assert.ThrowsExactly<FormatException>(() => JavaScriptLiteral.Object(source));

        StringAssert.Contains(refusal.Message, reason, StringComparison.Ordinal);
    }

    [TestMethod]
    public void Text_IsBetweenTheQuotes() =>
        Assert.AreEqual("QUI=", JavaScriptLiteral.Text("n={exports:{}};n.exports=\"QUI=\"},{\"}").ToString());

    [TestMethod]
    [DataRow("n.exports=\"QUI=")]
    [DataRow("n.exports={}")]
    public void Text_OfNone_IsRefused(string source) =>
        Assert.ThrowsExactly<FormatException>(() => JavaScriptLiteral.Text(source).ToString());
}
