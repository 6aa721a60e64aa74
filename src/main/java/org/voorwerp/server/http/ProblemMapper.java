package org.voorwerp.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Answers whatever goes wrong as a problem: to programs as JSON, to people as a page. What we did not foresee gets an
/// incident id and nothing else.
public class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @Inject
    Instance<ErrorPage> page;

    @Inject
    Routes routes;

    @Inject
    Instance<Stranger> stranger;

    @ServerExceptionMapper
    Response refused(Refusal refusal, UriInfo uri) {
        return answer(Problem.of(refusal), refusal.retryAfter(), uri);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unknownCaller(SecurityException e, UriInfo uri) {
        var why = stranger.stream().flatMap(known -> known.why().stream()).findFirst();
        if (why.isPresent()) {
            return refused(why.get(), uri);
        }
        var problem = Problem.of(
                401,
                "sign-in-required",
                "Sign-in required",
                "This needs a valid token: send it as 'Authorization: Bearer <token>'. Get one with POST /api/accounts.");
        // A token that is not valid came from a program, and nobody is known yet for whom a page could be made.
        var answer = e instanceof AuthenticationFailedException ? json(problem) : answer(problem, 0, uri);
        return Response.fromResponse(answer)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"voorwerp\"")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, UriInfo uri) {
        return answer(Problem.of(new Forbidden("Your role does not allow this.")), 0, uri);
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException e, UriInfo uri, Request request) {
        // The framework also says 404 where a parameter cannot be read.
        for (var cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return answer(Problem.of(refusal), 0, uri);
            }
            if (cause instanceof NumberFormatException) {
                return answer(Problem.of(new Invalid("A number in the query cannot be read.")), 0, uri);
            }
        }
        var allowed = routes.allowed(uri.getPath());
        // The framework says 404, too, where one resource knows the method and another the path.
        if (!allowed.isEmpty() && !allowed.contains(request.getMethod())) {
            return notAllowed(uri);
        }
        return answer(Problem.of(new NotFound("There is nothing at " + uri.getPath() + ".")), 0, uri);
    }

    // Named one by one: the framework has mappers of its own for the special ones.
    @ServerExceptionMapper({
        JsonProcessingException.class,
        JsonMappingException.class,
        DatabindException.class,
        MismatchedInputException.class,
        InvalidDefinitionException.class
    })
    Response malformedJson(JsonProcessingException e, UriInfo uri) {
        var at = e.getLocation();
        var where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return answer(
                Problem.of(
                        new Invalid("The body is not the JSON expected here" + where + ": " + e.getOriginalMessage())),
                0,
                uri);
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException e, UriInfo uri) {
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        if (e.getCause() instanceof JsonProcessingException json) {
            return malformedJson(json, uri);
        }
        if (status >= 500) {
            return unforeseen(e, uri);
        }
        if (status == 405) {
            return notAllowed(uri);
        }
        if (status == 400) {
            return answer(Problem.of(new Invalid(detail(status))), 0, uri);
        }
        var reason = e.getResponse().getStatusInfo().getReasonPhrase();
        var problem = Problem.of(status, reason.toLowerCase(Locale.ROOT).replace(' ', '-'), reason, detail(status));
        return answer(problem, 0, uri);
    }

    /// A form that breaks off is told by the framework as a plain exception.
    @ServerExceptionMapper
    Response brokenOff(IOException e, UriInfo uri) {
        return String.valueOf(e.getMessage()).contains("parsing multipart")
                ? answer(Problem.of(new Invalid("The form's body ended before it was complete.")), 0, uri)
                : unforeseen(e, uri);
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable e, UriInfo uri) {
        if (databaseIsDown(e)) {
            LOG.warnf("database out of reach: %s", e.getMessage());
            return answer(
                    Problem.of(503, "unavailable", "Unavailable", "The database is out of reach; try again shortly."),
                    5,
                    uri);
        }
        var incident = Incident.next();
        LOG.errorf(e, "incident %s", incident);
        return answer(
                Problem.of(
                        500,
                        "incident",
                        "Our fault",
                        "Something went wrong on our side; it is logged as incident " + incident + "."),
                0,
                uri);
    }

    private Response notAllowed(UriInfo uri) {
        var problem = Problem.of(405, "method-not-allowed", "Method Not Allowed", detail(405));
        return Response.fromResponse(answer(problem, 0, uri))
                .header(HttpHeaders.ALLOW, String.join(", ", routes.allowed(uri.getPath())))
                .build();
    }

    private Response answer(Problem problem, long retryAfter, UriInfo uri) {
        boolean toPerson = !uri.getPath().startsWith("/api") && page.isResolvable();
        var response = Response.status(problem.status()).header("Cache-Control", "no-store");
        if (retryAfter > 0) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        return toPerson
                ? response.entity(page.get().render(problem))
                        .type(MediaType.TEXT_HTML_TYPE)
                        .build()
                : response.entity(problem).type(Problem.MEDIA_TYPE).build();
    }

    private static Response json(Problem problem) {
        return Response.status(problem.status())
                .header("Cache-Control", "no-store")
                .entity(problem)
                .type(Problem.MEDIA_TYPE)
                .build();
    }

    private static String detail(int status) {
        return switch (status) {
            case 405 -> "This method is not offered here; the Allow header or /openapi say which are.";
            case 406 -> "None of the media types asked for is offered here.";
            case 413 -> "The body is larger than allowed.";
            case 415 ->
                "The body's Content-Type is not accepted here; /openapi says which are, and an empty body needs none.";
            default -> "The request cannot be understood.";
        };
    }

    private static boolean databaseIsDown(@Nullable Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLTransientException
                    || (cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && (sql.getSQLState().startsWith("08")
                                    || sql.getSQLState().startsWith("57P")))) {
                return true;
            }
        }
        return false;
    }
}
