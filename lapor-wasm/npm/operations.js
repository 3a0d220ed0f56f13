// Made by `cargo xtask types` from include/schema.

/** The method of each operation. */
export const METHODS = {
  "calendar.add": "calendarAdd",
  "calendar.count": "calendarCount",
  "complaint.validate": "complaintValidate",
  "complaint.view": "complaintView",
  "engine.info": "engineInfo",
  "form.describe": "formDescribe",
  "identity.check": "identityCheck",
  "institution.search": "institutionSearch",
  "matter.suggest": "matterSuggest",
  "pack.check": "packCheck",
  "pack.diff": "packDiff",
  "region.children": "regionChildren",
  "region.locate": "regionLocate",
  "region.lookup": "regionLookup",
  "route": "route",
  "route.explain": "routeExplain",
  "taxonomy.search": "taxonomySearch",
  "text.normalize": "textNormalize",
  "text.redact": "textRedact",
  "triage": "triage",
};

/** Operations whose requests have the member `offsets`. */
export const WITH_OFFSETS = new Set([
  "complaint.validate",
  "matter.suggest",
  "region.locate",
  "text.normalize",
  "text.redact",
  "triage",
]);
