import { SafeguardingError, classifyConcern } from "safeguarding-rules";

export default {
  async fetch(request) {
    if (request.method !== "POST") return new Response(null, { status: 405 });
    try {
      return Response.json(classifyConcern(await request.json()));
    } catch (error) {
      if (error instanceof SyntaxError) return new Response(null, { status: 400 });
      if (!(error instanceof SafeguardingError)) throw error;
      return Response.json({ code: error.code, path: error.path, message: error.message }, { status: 400 });
    }
  },
};
