package org.voorwerp.scoring.doc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/// Writes the doc comment of each metric into the jar, where the catalogue of metrics finds it: a Markdown file a
/// class, that class's comment first and then those of the classes around it, which tell what a family shares.
///
/// A plug-in switches it on with `<proc>full</proc>` in the compiler's configuration: it is found on the class path.
@SupportedAnnotationTypes("*")
public final class MetricDocProcessor extends AbstractProcessor {

    private static final String METRIC = "org.voorwerp.scoring.Metric";

    /// A reference such as `[View#SEED]`, which outside of a doc comment leads nowhere.
    private static final Pattern REFERENCE = Pattern.compile("\\[([\\w.]*#?[\\w]+(?:\\(\\))?)](?![(\\[])");

    /// Where a metric's documentation stands in its jar.
    ///
    /// @param className binary, as [Class#getName()] gives it
    public static String resource(String className) {
        return "META-INF/voorwerp/metrics/" + className + ".md";
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        var metric = processingEnv.getElementUtils().getTypeElement(METRIC);
        if (metric != null) {
            ElementFilter.typesIn(round.getRootElements()).forEach(type -> visit(type, metric));
        }
        return false;
    }

    private void visit(TypeElement type, TypeElement metric) {
        var types = processingEnv.getTypeUtils();
        boolean concrete = type.getKind().isClass() && !type.getModifiers().contains(Modifier.ABSTRACT);
        if (concrete && types.isSubtype(types.erasure(type.asType()), types.erasure(metric.asType()))) {
            write(type);
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(inner -> visit(inner, metric));
    }

    private void write(TypeElement type) {
        var comments = comments(type);
        if (comments.isEmpty()) {
            return;
        }
        var name = processingEnv.getElementUtils().getBinaryName(type).toString();
        try (var out = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", resource(name), type)
                .openWriter()) {
            out.write(String.join("\n\n", comments) + "\n");
        } catch (IOException e) {
            processingEnv
                    .getMessager()
                    .printMessage(Diagnostic.Kind.ERROR, "its documentation cannot be written: " + e, type);
        }
    }

    private List<String> comments(TypeElement type) {
        var comments = new ArrayList<String>();
        for (Element around = type; around instanceof TypeElement; around = around.getEnclosingElement()) {
            var comment = processingEnv.getElementUtils().getDocComment(around);
            if (comment != null && !comment.isBlank()) {
                comments.add(plain(comment));
            }
        }
        return comments;
    }

    private static String plain(String comment) {
        return REFERENCE.matcher(comment.stripIndent().strip()).replaceAll("`$1`");
    }
}
