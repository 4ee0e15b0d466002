// Generated from spec/openapi.yaml by npm run generate. Do not edit.
// @ts-nocheck: Ajv's code has no types of its own. What leaves this file is typed below.

/** Why a value was refused. */
export interface ValidationError {
  /** JSON pointer to the place in the value: `/loginMode`; empty for the value itself. */
  readonly instancePath: string;
  /** The keyword of JSON Schema that was broken: `required`. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** For programmers. It may quote the schema, never the value. */
  readonly message?: string;
}

/** Says whether a value fits a schema. Stops at the first mistake. */
export interface Validator {
  (data: unknown): boolean;
  /** What was wrong at the last call; null when nothing was. */
  errors?: readonly ValidationError[] | null;
}

function ucs2length(str) {
  let len = str.length, length = 0, pos = 0, value;
  for (; pos < len; )
    length++, value = str.charCodeAt(pos++), value >= 55296 && value <= 56319 && pos < len && (value = str.charCodeAt(pos), (value & 64512) === 56320 && pos++);
  return length;
}
var ucs2length_default = ucs2length;

var pattern3 = new RegExp("^-?[0-9]{1,10}$", "u");
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0, _errs0 = errors, valid0 = !1, _errs1 = errors;
  if (!(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
    let err0 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  if (errors === _errs1 && typeof data == "number" && isFinite(data)) {
    if (data > 2147483647 || isNaN(data)) {
      let err1 = { instancePath, schemaPath: "#/anyOf/0/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 }, message: "must be <= 2147483647" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    } else if (data < -2147483648 || isNaN(data)) {
      let err2 = { instancePath, schemaPath: "#/anyOf/0/minimum", keyword: "minimum", params: { comparison: ">=", limit: -2147483648 }, message: "must be >= -2147483648" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  var _valid0 = _errs1 === errors;
  if (valid0 = valid0 || _valid0, !valid0) {
    let _errs3 = errors;
    if (errors === _errs3)
      if (typeof data == "string") {
        if (ucs2length_default(data) > 11) {
          let err3 = { instancePath, schemaPath: "#/anyOf/1/maxLength", keyword: "maxLength", params: { limit: 11 }, message: "must NOT have more than 11 characters" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        } else if (!pattern3.test(data)) {
          let err4 = { instancePath, schemaPath: "#/anyOf/1/pattern", keyword: "pattern", params: { pattern: "^-?[0-9]{1,10}$" }, message: 'must match pattern "^-?[0-9]{1,10}$"' };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        let err5 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    var _valid0 = _errs3 === errors;
    valid0 = valid0 || _valid0;
  }
  if (valid0)
    errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  else {
    let err6 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
    return vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++, validate52.errors = vErrors, !1;
  }
  return validate52.errors = vErrors, errors === 0;
}
var pattern4 = new RegExp("^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$", "u");
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0, _errs0 = errors, valid0 = !1, _errs1 = errors;
  if (typeof data != "boolean") {
    let err0 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  var _valid0 = _errs1 === errors;
  if (valid0 = valid0 || _valid0, !valid0) {
    let _errs3 = errors;
    if (errors === _errs3)
      if (typeof data == "string") {
        if (ucs2length_default(data) > 5) {
          let err1 = { instancePath, schemaPath: "#/anyOf/1/maxLength", keyword: "maxLength", params: { limit: 5 }, message: "must NOT have more than 5 characters" };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        } else if (!pattern4.test(data)) {
          let err2 = { instancePath, schemaPath: "#/anyOf/1/pattern", keyword: "pattern", params: { pattern: "^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$" }, message: 'must match pattern "^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$"' };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        let err3 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    var _valid0 = _errs3 === errors;
    valid0 = valid0 || _valid0;
  }
  if (valid0)
    errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  else {
    let err4 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
    return vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++, validate53.errors = vErrors, !1;
  }
  return validate53.errors = vErrors, errors === 0;
}
var pattern5 = new RegExp("^[0-9A-F]{32}$", "u");
function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (typeof data == "string") {
      if (!pattern5.test(data))
        return validate54.errors = [{ instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9A-F]{32}$" }, message: 'must match pattern "^[0-9A-F]{32}$"' }], !1;
    } else
      return validate54.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
  return validate54.errors = vErrors, errors === 0;
}
var pattern6 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}\\+0000$", "u");
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (typeof data == "string") {
      if (!pattern6.test(data))
        return validate55.errors = [{ instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}\\+0000$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}\\+0000$"' }], !1;
    } else
      return validate55.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
  return validate55.errors = vErrors, errors === 0;
}
var schema23 = { type: "object", properties: { username: { type: ["string", "null"], maxLength: 1024 }, password: { type: ["string", "null"], maxLength: 1024 }, loginMode: { anyOf: [{ $ref: "LenientInteger" }, { type: "null" }] }, maxSearch: { anyOf: [{ $ref: "LenientInteger" }, { type: "null" }] }, workingSet: { anyOf: [{ $ref: "LenientInteger" }, { type: "null" }] }, changePassword: { anyOf: [{ $ref: "LenientBoolean" }, { type: "null" }] }, newPassword: { type: ["string", "null"], maxLength: 1024 }, metadataLocale: { $ref: "Locale" }, warehouseDataLocale: { $ref: "Locale" }, displayLocale: { $ref: "Locale" }, messagesLocale: { $ref: "Locale" }, numberLocale: { $ref: "Locale" }, timeZone: { type: ["string", "null"], maxLength: 64 }, applicationType: { anyOf: [{ $ref: "LenientInteger" }, { type: "null" }] }, applicationId: { type: ["string", "null"], pattern: "^([0-9A-Fa-f]{32})?$", maxLength: 32 } } }, schema24 = { type: ["string", "null"], maxLength: 35 };
function validate61(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  return typeof data != "string" && data !== null ? (validate61.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema24.type }, message: "must be string,null" }], !1) : errors === 0 && typeof data == "string" && ucs2length_default(data) > 35 ? (validate61.errors = [{ instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 35 }, message: "must NOT have more than 35 characters" }], !1) : (validate61.errors = vErrors, errors === 0);
}
var pattern7 = new RegExp("^([0-9A-Fa-f]{32})?$", "u");
function validate56(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.username !== void 0) {
        let data0 = data.username, _errs1 = errors;
        if (typeof data0 != "string" && data0 !== null)
          return validate56.errors = [{ instancePath: instancePath + "/username", schemaPath: "#/properties/username/type", keyword: "type", params: { type: schema23.properties.username.type }, message: "must be string,null" }], !1;
        if (errors === _errs1 && typeof data0 == "string" && ucs2length_default(data0) > 1024)
          return validate56.errors = [{ instancePath: instancePath + "/username", schemaPath: "#/properties/username/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.password !== void 0) {
          let data1 = data.password, _errs3 = errors;
          if (typeof data1 != "string" && data1 !== null)
            return validate56.errors = [{ instancePath: instancePath + "/password", schemaPath: "#/properties/password/type", keyword: "type", params: { type: schema23.properties.password.type }, message: "must be string,null" }], !1;
          if (errors === _errs3 && typeof data1 == "string" && ucs2length_default(data1) > 1024)
            return validate56.errors = [{ instancePath: instancePath + "/password", schemaPath: "#/properties/password/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0) {
          if (data.loginMode !== void 0) {
            let data2 = data.loginMode, _errs5 = errors, _errs6 = errors, valid1 = !1, _errs7 = errors;
            validate52(data2, { instancePath: instancePath + "/loginMode", parentData: data, parentDataProperty: "loginMode", rootData }) || (vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors), errors = vErrors.length);
            var _valid0 = _errs7 === errors;
            if (valid1 = valid1 || _valid0, !valid1) {
              let _errs8 = errors;
              if (data2 !== null) {
                let err0 = { instancePath: instancePath + "/loginMode", schemaPath: "#/properties/loginMode/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
              }
              var _valid0 = _errs8 === errors;
              valid1 = valid1 || _valid0;
            }
            if (valid1)
              errors = _errs6, vErrors !== null && (_errs6 ? vErrors.length = _errs6 : vErrors = null);
            else {
              let err1 = { instancePath: instancePath + "/loginMode", schemaPath: "#/properties/loginMode/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
              return vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++, validate56.errors = vErrors, !1;
            }
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.maxSearch !== void 0) {
              let data3 = data.maxSearch, _errs10 = errors, _errs11 = errors, valid2 = !1, _errs12 = errors;
              validate52(data3, { instancePath: instancePath + "/maxSearch", parentData: data, parentDataProperty: "maxSearch", rootData }) || (vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors), errors = vErrors.length);
              var _valid1 = _errs12 === errors;
              if (valid2 = valid2 || _valid1, !valid2) {
                let _errs13 = errors;
                if (data3 !== null) {
                  let err2 = { instancePath: instancePath + "/maxSearch", schemaPath: "#/properties/maxSearch/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                  vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
                }
                var _valid1 = _errs13 === errors;
                valid2 = valid2 || _valid1;
              }
              if (valid2)
                errors = _errs11, vErrors !== null && (_errs11 ? vErrors.length = _errs11 : vErrors = null);
              else {
                let err3 = { instancePath: instancePath + "/maxSearch", schemaPath: "#/properties/maxSearch/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                return vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++, validate56.errors = vErrors, !1;
              }
              var valid0 = _errs10 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.workingSet !== void 0) {
                let data4 = data.workingSet, _errs15 = errors, _errs16 = errors, valid3 = !1, _errs17 = errors;
                validate52(data4, { instancePath: instancePath + "/workingSet", parentData: data, parentDataProperty: "workingSet", rootData }) || (vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors), errors = vErrors.length);
                var _valid2 = _errs17 === errors;
                if (valid3 = valid3 || _valid2, !valid3) {
                  let _errs18 = errors;
                  if (data4 !== null) {
                    let err4 = { instancePath: instancePath + "/workingSet", schemaPath: "#/properties/workingSet/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                    vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
                  }
                  var _valid2 = _errs18 === errors;
                  valid3 = valid3 || _valid2;
                }
                if (valid3)
                  errors = _errs16, vErrors !== null && (_errs16 ? vErrors.length = _errs16 : vErrors = null);
                else {
                  let err5 = { instancePath: instancePath + "/workingSet", schemaPath: "#/properties/workingSet/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                  return vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++, validate56.errors = vErrors, !1;
                }
                var valid0 = _errs15 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.changePassword !== void 0) {
                  let data5 = data.changePassword, _errs20 = errors, _errs21 = errors, valid4 = !1, _errs22 = errors;
                  validate53(data5, { instancePath: instancePath + "/changePassword", parentData: data, parentDataProperty: "changePassword", rootData }) || (vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors), errors = vErrors.length);
                  var _valid3 = _errs22 === errors;
                  if (valid4 = valid4 || _valid3, !valid4) {
                    let _errs23 = errors;
                    if (data5 !== null) {
                      let err6 = { instancePath: instancePath + "/changePassword", schemaPath: "#/properties/changePassword/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
                    }
                    var _valid3 = _errs23 === errors;
                    valid4 = valid4 || _valid3;
                  }
                  if (valid4)
                    errors = _errs21, vErrors !== null && (_errs21 ? vErrors.length = _errs21 : vErrors = null);
                  else {
                    let err7 = { instancePath: instancePath + "/changePassword", schemaPath: "#/properties/changePassword/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                    return vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++, validate56.errors = vErrors, !1;
                  }
                  var valid0 = _errs20 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.newPassword !== void 0) {
                    let data6 = data.newPassword, _errs25 = errors;
                    if (typeof data6 != "string" && data6 !== null)
                      return validate56.errors = [{ instancePath: instancePath + "/newPassword", schemaPath: "#/properties/newPassword/type", keyword: "type", params: { type: schema23.properties.newPassword.type }, message: "must be string,null" }], !1;
                    if (errors === _errs25 && typeof data6 == "string" && ucs2length_default(data6) > 1024)
                      return validate56.errors = [{ instancePath: instancePath + "/newPassword", schemaPath: "#/properties/newPassword/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" }], !1;
                    var valid0 = _errs25 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0) {
                    if (data.metadataLocale !== void 0) {
                      let _errs27 = errors;
                      validate61(data.metadataLocale, { instancePath: instancePath + "/metadataLocale", parentData: data, parentDataProperty: "metadataLocale", rootData }) || (vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors), errors = vErrors.length);
                      var valid0 = _errs27 === errors;
                    } else
                      var valid0 = !0;
                    if (valid0) {
                      if (data.warehouseDataLocale !== void 0) {
                        let _errs28 = errors;
                        validate61(data.warehouseDataLocale, { instancePath: instancePath + "/warehouseDataLocale", parentData: data, parentDataProperty: "warehouseDataLocale", rootData }) || (vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors), errors = vErrors.length);
                        var valid0 = _errs28 === errors;
                      } else
                        var valid0 = !0;
                      if (valid0) {
                        if (data.displayLocale !== void 0) {
                          let _errs29 = errors;
                          validate61(data.displayLocale, { instancePath: instancePath + "/displayLocale", parentData: data, parentDataProperty: "displayLocale", rootData }) || (vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors), errors = vErrors.length);
                          var valid0 = _errs29 === errors;
                        } else
                          var valid0 = !0;
                        if (valid0) {
                          if (data.messagesLocale !== void 0) {
                            let _errs30 = errors;
                            validate61(data.messagesLocale, { instancePath: instancePath + "/messagesLocale", parentData: data, parentDataProperty: "messagesLocale", rootData }) || (vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors), errors = vErrors.length);
                            var valid0 = _errs30 === errors;
                          } else
                            var valid0 = !0;
                          if (valid0) {
                            if (data.numberLocale !== void 0) {
                              let _errs31 = errors;
                              validate61(data.numberLocale, { instancePath: instancePath + "/numberLocale", parentData: data, parentDataProperty: "numberLocale", rootData }) || (vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors), errors = vErrors.length);
                              var valid0 = _errs31 === errors;
                            } else
                              var valid0 = !0;
                            if (valid0) {
                              if (data.timeZone !== void 0) {
                                let data12 = data.timeZone, _errs32 = errors;
                                if (typeof data12 != "string" && data12 !== null)
                                  return validate56.errors = [{ instancePath: instancePath + "/timeZone", schemaPath: "#/properties/timeZone/type", keyword: "type", params: { type: schema23.properties.timeZone.type }, message: "must be string,null" }], !1;
                                if (errors === _errs32 && typeof data12 == "string" && ucs2length_default(data12) > 64)
                                  return validate56.errors = [{ instancePath: instancePath + "/timeZone", schemaPath: "#/properties/timeZone/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                                var valid0 = _errs32 === errors;
                              } else
                                var valid0 = !0;
                              if (valid0) {
                                if (data.applicationType !== void 0) {
                                  let data13 = data.applicationType, _errs34 = errors, _errs35 = errors, valid5 = !1, _errs36 = errors;
                                  validate52(data13, { instancePath: instancePath + "/applicationType", parentData: data, parentDataProperty: "applicationType", rootData }) || (vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors), errors = vErrors.length);
                                  var _valid4 = _errs36 === errors;
                                  if (valid5 = valid5 || _valid4, !valid5) {
                                    let _errs37 = errors;
                                    if (data13 !== null) {
                                      let err8 = { instancePath: instancePath + "/applicationType", schemaPath: "#/properties/applicationType/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                                      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
                                    }
                                    var _valid4 = _errs37 === errors;
                                    valid5 = valid5 || _valid4;
                                  }
                                  if (valid5)
                                    errors = _errs35, vErrors !== null && (_errs35 ? vErrors.length = _errs35 : vErrors = null);
                                  else {
                                    let err9 = { instancePath: instancePath + "/applicationType", schemaPath: "#/properties/applicationType/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                                    return vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++, validate56.errors = vErrors, !1;
                                  }
                                  var valid0 = _errs34 === errors;
                                } else
                                  var valid0 = !0;
                                if (valid0)
                                  if (data.applicationId !== void 0) {
                                    let data14 = data.applicationId, _errs39 = errors;
                                    if (typeof data14 != "string" && data14 !== null)
                                      return validate56.errors = [{ instancePath: instancePath + "/applicationId", schemaPath: "#/properties/applicationId/type", keyword: "type", params: { type: schema23.properties.applicationId.type }, message: "must be string,null" }], !1;
                                    if (errors === _errs39 && typeof data14 == "string") {
                                      if (ucs2length_default(data14) > 32)
                                        return validate56.errors = [{ instancePath: instancePath + "/applicationId", schemaPath: "#/properties/applicationId/maxLength", keyword: "maxLength", params: { limit: 32 }, message: "must NOT have more than 32 characters" }], !1;
                                      if (!pattern7.test(data14))
                                        return validate56.errors = [{ instancePath: instancePath + "/applicationId", schemaPath: "#/properties/applicationId/pattern", keyword: "pattern", params: { pattern: "^([0-9A-Fa-f]{32})?$" }, message: 'must match pattern "^([0-9A-Fa-f]{32})?$"' }], !1;
                                    }
                                    var valid0 = _errs39 === errors;
                                  } else
                                    var valid0 = !0;
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return validate56.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate56.errors = vErrors, errors === 0;
}
var schema25 = { type: "object", required: ["identityToken"], properties: { loginMode: { anyOf: [{ type: "integer", const: -1 }, { type: "string", const: "-1" }, { type: "null" }] }, identityToken: { type: "string", minLength: 1, maxLength: 4096 }, codeVerifier: { type: ["string", "null"], pattern: "^[A-Za-z0-9._~-]{43,128}$", maxLength: 128 } } }, pattern8 = new RegExp("^[A-Za-z0-9._~-]{43,128}$", "u");
function validate68(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.identityToken === void 0 && (missing0 = "identityToken"))
        return validate68.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.loginMode !== void 0) {
        let data0 = data.loginMode, _errs1 = errors, _errs2 = errors, valid1 = !1, _errs3 = errors;
        if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
          let err0 = { instancePath: instancePath + "/loginMode", schemaPath: "#/properties/loginMode/anyOf/0/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
          vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
        }
        if (data0 !== -1) {
          let err1 = { instancePath: instancePath + "/loginMode", schemaPath: "#/properties/loginMode/anyOf/0/const", keyword: "const", params: { allowedValue: -1 }, message: "must be equal to constant" };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
        var _valid0 = _errs3 === errors;
        if (valid1 = valid1 || _valid0, !valid1) {
          let _errs5 = errors;
          if (typeof data0 != "string") {
            let err2 = { instancePath: instancePath + "/loginMode", schemaPath: "#/properties/loginMode/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
          }
          if (data0 !== "-1") {
            let err3 = { instancePath: instancePath + "/loginMode", schemaPath: "#/properties/loginMode/anyOf/1/const", keyword: "const", params: { allowedValue: "-1" }, message: "must be equal to constant" };
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
          var _valid0 = _errs5 === errors;
          if (valid1 = valid1 || _valid0, !valid1) {
            let _errs7 = errors;
            if (data0 !== null) {
              let err4 = { instancePath: instancePath + "/loginMode", schemaPath: "#/properties/loginMode/anyOf/2/type", keyword: "type", params: { type: "null" }, message: "must be null" };
              vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
            }
            var _valid0 = _errs7 === errors;
            valid1 = valid1 || _valid0;
          }
        }
        if (valid1)
          errors = _errs2, vErrors !== null && (_errs2 ? vErrors.length = _errs2 : vErrors = null);
        else {
          let err5 = { instancePath: instancePath + "/loginMode", schemaPath: "#/properties/loginMode/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
          return vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++, validate68.errors = vErrors, !1;
        }
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.identityToken !== void 0) {
          let data1 = data.identityToken, _errs9 = errors;
          if (errors === _errs9)
            if (typeof data1 == "string") {
              if (ucs2length_default(data1) > 4096)
                return validate68.errors = [{ instancePath: instancePath + "/identityToken", schemaPath: "#/properties/identityToken/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }], !1;
              if (ucs2length_default(data1) < 1)
                return validate68.errors = [{ instancePath: instancePath + "/identityToken", schemaPath: "#/properties/identityToken/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate68.errors = [{ instancePath: instancePath + "/identityToken", schemaPath: "#/properties/identityToken/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs9 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.codeVerifier !== void 0) {
            let data2 = data.codeVerifier, _errs11 = errors;
            if (typeof data2 != "string" && data2 !== null)
              return validate68.errors = [{ instancePath: instancePath + "/codeVerifier", schemaPath: "#/properties/codeVerifier/type", keyword: "type", params: { type: schema25.properties.codeVerifier.type }, message: "must be string,null" }], !1;
            if (errors === _errs11 && typeof data2 == "string") {
              if (ucs2length_default(data2) > 128)
                return validate68.errors = [{ instancePath: instancePath + "/codeVerifier", schemaPath: "#/properties/codeVerifier/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
              if (!pattern8.test(data2))
                return validate68.errors = [{ instancePath: instancePath + "/codeVerifier", schemaPath: "#/properties/codeVerifier/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9._~-]{43,128}$" }, message: 'must match pattern "^[A-Za-z0-9._~-]{43,128}$"' }], !1;
            }
            var valid0 = _errs11 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate68.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate68.errors = vErrors, errors === 0;
}
var schema26 = { type: "object", required: ["id_token"], properties: { id_token: { type: "string", minLength: 1, maxLength: 32768 }, access_token: { type: ["string", "null"], maxLength: 32768 }, refresh_token: { type: ["string", "null"], maxLength: 32768 }, token_type: { type: ["string", "null"], maxLength: 64 }, expires_in: { anyOf: [{ type: "number" }, { type: "string", maxLength: 32 }, { type: "null" }] }, scope: { type: ["string", "null"], maxLength: 4096 } } };
function validate69(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.id_token === void 0 && (missing0 = "id_token"))
        return validate69.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.id_token !== void 0) {
        let data0 = data.id_token, _errs1 = errors;
        if (errors === _errs1)
          if (typeof data0 == "string") {
            if (ucs2length_default(data0) > 32768)
              return validate69.errors = [{ instancePath: instancePath + "/id_token", schemaPath: "#/properties/id_token/maxLength", keyword: "maxLength", params: { limit: 32768 }, message: "must NOT have more than 32768 characters" }], !1;
            if (ucs2length_default(data0) < 1)
              return validate69.errors = [{ instancePath: instancePath + "/id_token", schemaPath: "#/properties/id_token/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
          } else
            return validate69.errors = [{ instancePath: instancePath + "/id_token", schemaPath: "#/properties/id_token/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.access_token !== void 0) {
          let data1 = data.access_token, _errs3 = errors;
          if (typeof data1 != "string" && data1 !== null)
            return validate69.errors = [{ instancePath: instancePath + "/access_token", schemaPath: "#/properties/access_token/type", keyword: "type", params: { type: schema26.properties.access_token.type }, message: "must be string,null" }], !1;
          if (errors === _errs3 && typeof data1 == "string" && ucs2length_default(data1) > 32768)
            return validate69.errors = [{ instancePath: instancePath + "/access_token", schemaPath: "#/properties/access_token/maxLength", keyword: "maxLength", params: { limit: 32768 }, message: "must NOT have more than 32768 characters" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0) {
          if (data.refresh_token !== void 0) {
            let data2 = data.refresh_token, _errs5 = errors;
            if (typeof data2 != "string" && data2 !== null)
              return validate69.errors = [{ instancePath: instancePath + "/refresh_token", schemaPath: "#/properties/refresh_token/type", keyword: "type", params: { type: schema26.properties.refresh_token.type }, message: "must be string,null" }], !1;
            if (errors === _errs5 && typeof data2 == "string" && ucs2length_default(data2) > 32768)
              return validate69.errors = [{ instancePath: instancePath + "/refresh_token", schemaPath: "#/properties/refresh_token/maxLength", keyword: "maxLength", params: { limit: 32768 }, message: "must NOT have more than 32768 characters" }], !1;
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.token_type !== void 0) {
              let data3 = data.token_type, _errs7 = errors;
              if (typeof data3 != "string" && data3 !== null)
                return validate69.errors = [{ instancePath: instancePath + "/token_type", schemaPath: "#/properties/token_type/type", keyword: "type", params: { type: schema26.properties.token_type.type }, message: "must be string,null" }], !1;
              if (errors === _errs7 && typeof data3 == "string" && ucs2length_default(data3) > 64)
                return validate69.errors = [{ instancePath: instancePath + "/token_type", schemaPath: "#/properties/token_type/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
              var valid0 = _errs7 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.expires_in !== void 0) {
                let data4 = data.expires_in, _errs9 = errors, _errs10 = errors, valid1 = !1, _errs11 = errors;
                if (!(typeof data4 == "number" && isFinite(data4))) {
                  let err0 = { instancePath: instancePath + "/expires_in", schemaPath: "#/properties/expires_in/anyOf/0/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                  vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                }
                var _valid0 = _errs11 === errors;
                if (valid1 = valid1 || _valid0, !valid1) {
                  let _errs13 = errors;
                  if (errors === _errs13)
                    if (typeof data4 == "string") {
                      if (ucs2length_default(data4) > 32) {
                        let err1 = { instancePath: instancePath + "/expires_in", schemaPath: "#/properties/expires_in/anyOf/1/maxLength", keyword: "maxLength", params: { limit: 32 }, message: "must NOT have more than 32 characters" };
                        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                      }
                    } else {
                      let err2 = { instancePath: instancePath + "/expires_in", schemaPath: "#/properties/expires_in/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
                    }
                  var _valid0 = _errs13 === errors;
                  if (valid1 = valid1 || _valid0, !valid1) {
                    let _errs15 = errors;
                    if (data4 !== null) {
                      let err3 = { instancePath: instancePath + "/expires_in", schemaPath: "#/properties/expires_in/anyOf/2/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                    }
                    var _valid0 = _errs15 === errors;
                    valid1 = valid1 || _valid0;
                  }
                }
                if (valid1)
                  errors = _errs10, vErrors !== null && (_errs10 ? vErrors.length = _errs10 : vErrors = null);
                else {
                  let err4 = { instancePath: instancePath + "/expires_in", schemaPath: "#/properties/expires_in/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                  return vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++, validate69.errors = vErrors, !1;
                }
                var valid0 = _errs9 === errors;
              } else
                var valid0 = !0;
              if (valid0)
                if (data.scope !== void 0) {
                  let data5 = data.scope, _errs17 = errors;
                  if (typeof data5 != "string" && data5 !== null)
                    return validate69.errors = [{ instancePath: instancePath + "/scope", schemaPath: "#/properties/scope/type", keyword: "type", params: { type: schema26.properties.scope.type }, message: "must be string,null" }], !1;
                  if (errors === _errs17 && typeof data5 == "string" && ucs2length_default(data5) > 4096)
                    return validate69.errors = [{ instancePath: instancePath + "/scope", schemaPath: "#/properties/scope/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }], !1;
                  var valid0 = _errs17 === errors;
                } else
                  var valid0 = !0;
            }
          }
        }
      }
    } else
      return validate69.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate69.errors = vErrors, errors === 0;
}
var pattern9 = new RegExp("^[A-Za-z0-9_-]{43}$", "u");
function validate70(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.codeChallenge === void 0 && (missing0 = "codeChallenge") || data.codeChallengeMethod === void 0 && (missing0 = "codeChallengeMethod"))
        return validate70.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.codeChallenge !== void 0) {
        let data0 = data.codeChallenge, _errs1 = errors;
        if (errors === _errs1)
          if (typeof data0 == "string") {
            if (ucs2length_default(data0) > 43)
              return validate70.errors = [{ instancePath: instancePath + "/codeChallenge", schemaPath: "#/properties/codeChallenge/maxLength", keyword: "maxLength", params: { limit: 43 }, message: "must NOT have more than 43 characters" }], !1;
            if (!pattern9.test(data0))
              return validate70.errors = [{ instancePath: instancePath + "/codeChallenge", schemaPath: "#/properties/codeChallenge/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]{43}$" }, message: 'must match pattern "^[A-Za-z0-9_-]{43}$"' }], !1;
          } else
            return validate70.errors = [{ instancePath: instancePath + "/codeChallenge", schemaPath: "#/properties/codeChallenge/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0)
        if (data.codeChallengeMethod !== void 0) {
          let data1 = data.codeChallengeMethod, _errs3 = errors;
          if (typeof data1 != "string")
            return validate70.errors = [{ instancePath: instancePath + "/codeChallengeMethod", schemaPath: "#/properties/codeChallengeMethod/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          if (data1 !== "S256")
            return validate70.errors = [{ instancePath: instancePath + "/codeChallengeMethod", schemaPath: "#/properties/codeChallengeMethod/const", keyword: "const", params: { allowedValue: "S256" }, message: "must be equal to constant" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
    } else
      return validate70.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate70.errors = vErrors, errors === 0;
}
function validate71(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.locale === void 0 && (missing0 = "locale") || data.maxSearch === void 0 && (missing0 = "maxSearch") || data.workingSet === void 0 && (missing0 = "workingSet") || data.timeout === void 0 && (missing0 = "timeout") || data.id === void 0 && (missing0 = "id") || data.fullName === void 0 && (missing0 = "fullName") || data.initials === void 0 && (missing0 = "initials"))
        return validate71.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (!(key0 === "locale" || key0 === "maxSearch" || key0 === "workingSet" || key0 === "timeout" || key0 === "id" || key0 === "fullName" || key0 === "initials")) {
            return validate71.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.locale !== void 0) {
            let data0 = data.locale, _errs2 = errors;
            if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0)))
              return validate71.errors = [{ instancePath: instancePath + "/locale", schemaPath: "#/properties/locale/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.maxSearch !== void 0) {
              let data1 = data.maxSearch, _errs4 = errors;
              if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1)))
                return validate71.errors = [{ instancePath: instancePath + "/maxSearch", schemaPath: "#/properties/maxSearch/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.workingSet !== void 0) {
                let data2 = data.workingSet, _errs6 = errors;
                if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2)))
                  return validate71.errors = [{ instancePath: instancePath + "/workingSet", schemaPath: "#/properties/workingSet/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                var valid0 = _errs6 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.timeout !== void 0) {
                  let data3 = data.timeout, _errs8 = errors;
                  if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3)))
                    return validate71.errors = [{ instancePath: instancePath + "/timeout", schemaPath: "#/properties/timeout/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                  if (errors === _errs8 && typeof data3 == "number" && isFinite(data3) && (data3 < 0 || isNaN(data3)))
                    return validate71.errors = [{ instancePath: instancePath + "/timeout", schemaPath: "#/properties/timeout/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }], !1;
                  var valid0 = _errs8 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.id !== void 0) {
                    let _errs10 = errors;
                    validate54(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData }) || (vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors), errors = vErrors.length);
                    var valid0 = _errs10 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0) {
                    if (data.fullName !== void 0) {
                      let _errs11 = errors;
                      if (typeof data.fullName != "string")
                        return validate71.errors = [{ instancePath: instancePath + "/fullName", schemaPath: "#/properties/fullName/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                      var valid0 = _errs11 === errors;
                    } else
                      var valid0 = !0;
                    if (valid0)
                      if (data.initials !== void 0) {
                        let _errs13 = errors;
                        if (typeof data.initials != "string")
                          return validate71.errors = [{ instancePath: instancePath + "/initials", schemaPath: "#/properties/initials/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                        var valid0 = _errs13 === errors;
                      } else
                        var valid0 = !0;
                  }
                }
              }
            }
          }
        }
      }
    } else
      return validate71.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate71.errors = vErrors, errors === 0;
}
function validate73(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.id === void 0 && (missing0 = "id") || data.fullName === void 0 && (missing0 = "fullName") || data.initials === void 0 && (missing0 = "initials") || data.metadataUser === void 0 && (missing0 = "metadataUser") || data.username === void 0 && (missing0 = "username"))
        return validate73.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (!(key0 === "id" || key0 === "fullName" || key0 === "initials" || key0 === "metadataUser" || key0 === "username")) {
            return validate73.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.id !== void 0) {
            let _errs2 = errors;
            validate54(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData }) || (vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors), errors = vErrors.length);
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.fullName !== void 0) {
              let _errs3 = errors;
              if (typeof data.fullName != "string")
                return validate73.errors = [{ instancePath: instancePath + "/fullName", schemaPath: "#/properties/fullName/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs3 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.initials !== void 0) {
                let _errs5 = errors;
                if (typeof data.initials != "string")
                  return validate73.errors = [{ instancePath: instancePath + "/initials", schemaPath: "#/properties/initials/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs5 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.metadataUser !== void 0) {
                  let _errs7 = errors;
                  if (typeof data.metadataUser != "boolean")
                    return validate73.errors = [{ instancePath: instancePath + "/metadataUser", schemaPath: "#/properties/metadataUser/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                  var valid0 = _errs7 === errors;
                } else
                  var valid0 = !0;
                if (valid0)
                  if (data.username !== void 0) {
                    let _errs9 = errors;
                    if (typeof data.username != "string")
                      return validate73.errors = [{ instancePath: instancePath + "/username", schemaPath: "#/properties/username/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                    var valid0 = _errs9 === errors;
                  } else
                    var valid0 = !0;
              }
            }
          }
        }
      }
    } else
      return validate73.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate73.errors = vErrors, errors === 0;
}
function validate76(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (typeof data == "string") {
      if (ucs2length_default(data) > 64)
        return validate76.errors = [{ instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
      if (ucs2length_default(data) < 1)
        return validate76.errors = [{ instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
    } else
      return validate76.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
  return validate76.errors = vErrors, errors === 0;
}
function validate75(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.sessionId === void 0 && (missing0 = "sessionId") || data.user === void 0 && (missing0 = "user"))
        return validate75.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (!(key0 === "sessionId" || key0 === "user")) {
            return validate75.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.sessionId !== void 0) {
            let _errs2 = errors;
            validate76(data.sessionId, { instancePath: instancePath + "/sessionId", parentData: data, parentDataProperty: "sessionId", rootData }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length);
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.user !== void 0) {
              let _errs3 = errors;
              validate73(data.user, { instancePath: instancePath + "/user", parentData: data, parentDataProperty: "user", rootData }) || (vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors), errors = vErrors.length);
              var valid0 = _errs3 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate75.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate75.errors = vErrors, errors === 0;
}
function validate81(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.id === void 0 && (missing0 = "id") || data.isAllowed === void 0 && (missing0 = "isAllowed"))
        return validate81.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (!(key0 === "id" || key0 === "isAllowed")) {
            return validate81.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.id !== void 0) {
            let _errs2 = errors;
            validate54(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData }) || (vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors), errors = vErrors.length);
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.isAllowed !== void 0) {
              let _errs3 = errors;
              if (typeof data.isAllowed != "boolean")
                return validate81.errors = [{ instancePath: instancePath + "/isAllowed", schemaPath: "#/properties/isAllowed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
              var valid0 = _errs3 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate81.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate81.errors = vErrors, errors === 0;
}
function validate80(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.id === void 0 && (missing0 = "id") || data.name === void 0 && (missing0 = "name") || data.description === void 0 && (missing0 = "description") || data.isUserLevelAllowed === void 0 && (missing0 = "isUserLevelAllowed") || data.projects === void 0 && (missing0 = "projects"))
        return validate80.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (!(key0 === "id" || key0 === "name" || key0 === "description" || key0 === "isUserLevelAllowed" || key0 === "projects")) {
            return validate80.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.id !== void 0) {
            let _errs2 = errors;
            if (typeof data.id != "string")
              return validate80.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.name !== void 0) {
              let _errs4 = errors;
              if (typeof data.name != "string")
                return validate80.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.description !== void 0) {
                let _errs6 = errors;
                if (typeof data.description != "string")
                  return validate80.errors = [{ instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs6 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.isUserLevelAllowed !== void 0) {
                  let _errs8 = errors;
                  if (typeof data.isUserLevelAllowed != "boolean")
                    return validate80.errors = [{ instancePath: instancePath + "/isUserLevelAllowed", schemaPath: "#/properties/isUserLevelAllowed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                  var valid0 = _errs8 === errors;
                } else
                  var valid0 = !0;
                if (valid0)
                  if (data.projects !== void 0) {
                    let data4 = data.projects, _errs10 = errors;
                    if (errors === _errs10)
                      if (Array.isArray(data4)) {
                        var valid1 = !0;
                        let len0 = data4.length;
                        for (let i0 = 0; i0 < len0; i0++) {
                          let _errs12 = errors;
                          validate81(data4[i0], { instancePath: instancePath + "/projects/" + i0, parentData: data4, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors), errors = vErrors.length);
                          var valid1 = _errs12 === errors;
                          if (!valid1)
                            break;
                        }
                      } else
                        return validate80.errors = [{ instancePath: instancePath + "/projects", schemaPath: "#/properties/projects/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
                    var valid0 = _errs10 === errors;
                  } else
                    var valid0 = !0;
              }
            }
          }
        }
      }
    } else
      return validate80.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate80.errors = vErrors, errors === 0;
}
function validate79(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.privileges === void 0 && (missing0 = "privileges"))
        return validate79.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (key0 !== "privileges") {
            return validate79.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.privileges !== void 0) {
          let data0 = data.privileges;
          if (errors === errors)
            if (Array.isArray(data0)) {
              var valid1 = !0;
              let len0 = data0.length;
              for (let i0 = 0; i0 < len0; i0++) {
                let _errs4 = errors;
                validate80(data0[i0], { instancePath: instancePath + "/privileges/" + i0, parentData: data0, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors), errors = vErrors.length);
                var valid1 = _errs4 === errors;
                if (!valid1)
                  break;
              }
            } else
              return validate79.errors = [{ instancePath: instancePath + "/privileges", schemaPath: "#/properties/privileges/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
        }
      }
    } else
      return validate79.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate79.errors = vErrors, errors === 0;
}
function validate85(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.userId === void 0 && (missing0 = "userId"))
        return validate85.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (key0 !== "userId") {
            return validate85.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        _errs1 === errors && data.userId !== void 0 && (validate54(data.userId, { instancePath: instancePath + "/userId", parentData: data, parentDataProperty: "userId", rootData }) || (vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors), errors = vErrors.length));
      }
    } else
      return validate85.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate85.errors = vErrors, errors === 0;
}
function validate87(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.identityToken === void 0 && (missing0 = "identityToken"))
        return validate87.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (key0 !== "identityToken") {
            return validate87.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.identityToken !== void 0) {
          let data0 = data.identityToken;
          if (errors === errors)
            if (typeof data0 == "string") {
              if (ucs2length_default(data0) > 4096)
                return validate87.errors = [{ instancePath: instancePath + "/identityToken", schemaPath: "#/properties/identityToken/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }], !1;
              if (ucs2length_default(data0) < 1)
                return validate87.errors = [{ instancePath: instancePath + "/identityToken", schemaPath: "#/properties/identityToken/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate87.errors = [{ instancePath: instancePath + "/identityToken", schemaPath: "#/properties/identityToken/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        }
      }
    } else
      return validate87.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate87.errors = vErrors, errors === 0;
}
var schema37 = { type: "object", properties: { userId: { type: ["string", "null"], pattern: "^[0-9A-Fa-f]{32}$", maxLength: 32 }, lifeTimeInMinutes: { anyOf: [{ $ref: "LenientInteger" }, { type: "null" }] } } }, pattern10 = new RegExp("^[0-9A-Fa-f]{32}$", "u");
function validate88(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.userId !== void 0) {
        let data0 = data.userId, _errs1 = errors;
        if (typeof data0 != "string" && data0 !== null)
          return validate88.errors = [{ instancePath: instancePath + "/userId", schemaPath: "#/properties/userId/type", keyword: "type", params: { type: schema37.properties.userId.type }, message: "must be string,null" }], !1;
        if (errors === _errs1 && typeof data0 == "string") {
          if (ucs2length_default(data0) > 32)
            return validate88.errors = [{ instancePath: instancePath + "/userId", schemaPath: "#/properties/userId/maxLength", keyword: "maxLength", params: { limit: 32 }, message: "must NOT have more than 32 characters" }], !1;
          if (!pattern10.test(data0))
            return validate88.errors = [{ instancePath: instancePath + "/userId", schemaPath: "#/properties/userId/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Fa-f]{32}$" }, message: 'must match pattern "^[0-9A-Fa-f]{32}$"' }], !1;
        }
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0)
        if (data.lifeTimeInMinutes !== void 0) {
          let data1 = data.lifeTimeInMinutes, _errs3 = errors, _errs4 = errors, valid1 = !1, _errs5 = errors;
          validate52(data1, { instancePath: instancePath + "/lifeTimeInMinutes", parentData: data, parentDataProperty: "lifeTimeInMinutes", rootData }) || (vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors), errors = vErrors.length);
          var _valid0 = _errs5 === errors;
          if (valid1 = valid1 || _valid0, !valid1) {
            let _errs6 = errors;
            if (data1 !== null) {
              let err0 = { instancePath: instancePath + "/lifeTimeInMinutes", schemaPath: "#/properties/lifeTimeInMinutes/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
              vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
            }
            var _valid0 = _errs6 === errors;
            valid1 = valid1 || _valid0;
          }
          if (valid1)
            errors = _errs4, vErrors !== null && (_errs4 ? vErrors.length = _errs4 : vErrors = null);
          else {
            let err1 = { instancePath: instancePath + "/lifeTimeInMinutes", schemaPath: "#/properties/lifeTimeInMinutes/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            return vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++, validate88.errors = vErrors, !1;
          }
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
    } else
      return validate88.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate88.errors = vErrors, errors === 0;
}
function validate90(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.apiToken === void 0 && (missing0 = "apiToken") || data.createTime === void 0 && (missing0 = "createTime") || data.expireTime === void 0 && (missing0 = "expireTime"))
        return validate90.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (!(key0 === "apiToken" || key0 === "createTime" || key0 === "expireTime")) {
            return validate90.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.apiToken !== void 0) {
            let data0 = data.apiToken, _errs2 = errors;
            if (errors === _errs2)
              if (typeof data0 == "string") {
                if (ucs2length_default(data0) > 1024)
                  return validate90.errors = [{ instancePath: instancePath + "/apiToken", schemaPath: "#/properties/apiToken/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" }], !1;
                if (ucs2length_default(data0) < 1)
                  return validate90.errors = [{ instancePath: instancePath + "/apiToken", schemaPath: "#/properties/apiToken/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate90.errors = [{ instancePath: instancePath + "/apiToken", schemaPath: "#/properties/apiToken/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.createTime !== void 0) {
              let _errs4 = errors;
              validate55(data.createTime, { instancePath: instancePath + "/createTime", parentData: data, parentDataProperty: "createTime", rootData }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length);
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.expireTime !== void 0) {
                let _errs5 = errors;
                validate55(data.expireTime, { instancePath: instancePath + "/expireTime", parentData: data, parentDataProperty: "expireTime", rootData }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length);
                var valid0 = _errs5 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate90.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate90.errors = vErrors, errors === 0;
}
function validate93(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.createTime === void 0 && (missing0 = "createTime") || data.expireTime === void 0 && (missing0 = "expireTime"))
        return validate93.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (!(key0 === "createTime" || key0 === "expireTime" || key0 === "lastUsedTime")) {
            return validate93.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.createTime !== void 0) {
            let _errs2 = errors;
            validate55(data.createTime, { instancePath: instancePath + "/createTime", parentData: data, parentDataProperty: "createTime", rootData }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length);
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.expireTime !== void 0) {
              let _errs3 = errors;
              validate55(data.expireTime, { instancePath: instancePath + "/expireTime", parentData: data, parentDataProperty: "expireTime", rootData }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length);
              var valid0 = _errs3 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.lastUsedTime !== void 0) {
                let _errs4 = errors;
                validate55(data.lastUsedTime, { instancePath: instancePath + "/lastUsedTime", parentData: data, parentDataProperty: "lastUsedTime", rootData }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length);
                var valid0 = _errs4 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate93.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate93.errors = vErrors, errors === 0;
}
function validate97(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.availableModes === void 0 && (missing0 = "availableModes"))
        return validate97.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.availableModes !== void 0) {
        let data0 = data.availableModes, _errs1 = errors;
        if (errors === _errs1)
          if (Array.isArray(data0)) {
            if (data0.length > 32)
              return validate97.errors = [{ instancePath: instancePath + "/availableModes", schemaPath: "#/properties/availableModes/maxItems", keyword: "maxItems", params: { limit: 32 }, message: "must NOT have more than 32 items" }], !1;
            if (data0.length < 1)
              return validate97.errors = [{ instancePath: instancePath + "/availableModes", schemaPath: "#/properties/availableModes/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }], !1;
            {
              var valid1 = !0;
              let len0 = data0.length;
              for (let i0 = 0; i0 < len0; i0++) {
                let _errs3 = errors;
                validate52(data0[i0], { instancePath: instancePath + "/availableModes/" + i0, parentData: data0, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors), errors = vErrors.length);
                var valid1 = _errs3 === errors;
                if (!valid1)
                  break;
              }
            }
          } else
            return validate97.errors = [{ instancePath: instancePath + "/availableModes", schemaPath: "#/properties/availableModes/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0)
        if (data.defaultMode !== void 0) {
          let _errs4 = errors;
          validate52(data.defaultMode, { instancePath: instancePath + "/defaultMode", parentData: data, parentDataProperty: "defaultMode", rootData }) || (vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors), errors = vErrors.length);
          var valid0 = _errs4 === errors;
        } else
          var valid0 = !0;
    } else
      return validate97.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate97.errors = vErrors, errors === 0;
}
function validate100(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.availableModes === void 0 && (missing0 = "availableModes") || data.defaultMode === void 0 && (missing0 = "defaultMode"))
        return validate100.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (!(key0 === "availableModes" || key0 === "defaultMode")) {
            return validate100.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.availableModes !== void 0) {
            let data0 = data.availableModes, _errs2 = errors;
            if (errors === _errs2)
              if (Array.isArray(data0)) {
                var valid1 = !0;
                let len0 = data0.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  let data1 = data0[i0], _errs4 = errors;
                  if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1)))
                    return validate100.errors = [{ instancePath: instancePath + "/availableModes/" + i0, schemaPath: "#/properties/availableModes/items/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                  var valid1 = _errs4 === errors;
                  if (!valid1)
                    break;
                }
                if (valid1) {
                  let i1 = data0.length, j0;
                  if (i1 > 1) {
                    let indices0 = {};
                    for (; i1--; ) {
                      let item0 = data0[i1];
                      if (typeof item0 == "number" && !(item0 % 1) && !isNaN(item0) && isFinite(item0)) {
                        if (typeof indices0[item0] == "number") {
                          return j0 = indices0[item0], validate100.errors = [{ instancePath: instancePath + "/availableModes", schemaPath: "#/properties/availableModes/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" }], !1;
                          break;
                        }
                        indices0[item0] = i1;
                      }
                    }
                  }
                }
              } else
                return validate100.errors = [{ instancePath: instancePath + "/availableModes", schemaPath: "#/properties/availableModes/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.defaultMode !== void 0) {
              let data2 = data.defaultMode, _errs6 = errors;
              if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2)))
                return validate100.errors = [{ instancePath: instancePath + "/defaultMode", schemaPath: "#/properties/defaultMode/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
              var valid0 = _errs6 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate100.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate100.errors = vErrors, errors === 0;
}
var schema43 = { type: "object", additionalProperties: !1, required: ["id", "sessionId", "userId", "username", "userFullName", "loginMode", "applicationType", "client", "dateConnectionCreated", "duration", "idleTime", "configLevel", "openJobsCount", "projects", "current"], properties: { id: { $ref: "ConnectionId" }, sessionId: { $ref: "ConnectionId" }, userId: { $ref: "ObjectId" }, username: { type: "string" }, userFullName: { type: "string" }, loginMode: { type: "integer" }, applicationType: { type: "integer" }, client: { type: "string" }, dateConnectionCreated: { $ref: "Timestamp" }, duration: { type: "integer", minimum: 0 }, idleTime: { type: "integer", minimum: 0 }, configLevel: { type: "boolean" }, openJobsCount: { type: "integer", minimum: 0 }, projects: { type: "array", items: { $ref: "ObjectId" } }, current: { type: "boolean" } } }, func27 = Object.prototype.hasOwnProperty;
function validate102(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.id === void 0 && (missing0 = "id") || data.sessionId === void 0 && (missing0 = "sessionId") || data.userId === void 0 && (missing0 = "userId") || data.username === void 0 && (missing0 = "username") || data.userFullName === void 0 && (missing0 = "userFullName") || data.loginMode === void 0 && (missing0 = "loginMode") || data.applicationType === void 0 && (missing0 = "applicationType") || data.client === void 0 && (missing0 = "client") || data.dateConnectionCreated === void 0 && (missing0 = "dateConnectionCreated") || data.duration === void 0 && (missing0 = "duration") || data.idleTime === void 0 && (missing0 = "idleTime") || data.configLevel === void 0 && (missing0 = "configLevel") || data.openJobsCount === void 0 && (missing0 = "openJobsCount") || data.projects === void 0 && (missing0 = "projects") || data.current === void 0 && (missing0 = "current"))
        return validate102.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (!func27.call(schema43.properties, key0)) {
            return validate102.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.id !== void 0) {
            let _errs2 = errors;
            validate76(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length);
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.sessionId !== void 0) {
              let _errs3 = errors;
              validate76(data.sessionId, { instancePath: instancePath + "/sessionId", parentData: data, parentDataProperty: "sessionId", rootData }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length);
              var valid0 = _errs3 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.userId !== void 0) {
                let _errs4 = errors;
                validate54(data.userId, { instancePath: instancePath + "/userId", parentData: data, parentDataProperty: "userId", rootData }) || (vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors), errors = vErrors.length);
                var valid0 = _errs4 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.username !== void 0) {
                  let _errs5 = errors;
                  if (typeof data.username != "string")
                    return validate102.errors = [{ instancePath: instancePath + "/username", schemaPath: "#/properties/username/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  var valid0 = _errs5 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.userFullName !== void 0) {
                    let _errs7 = errors;
                    if (typeof data.userFullName != "string")
                      return validate102.errors = [{ instancePath: instancePath + "/userFullName", schemaPath: "#/properties/userFullName/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                    var valid0 = _errs7 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0) {
                    if (data.loginMode !== void 0) {
                      let data5 = data.loginMode, _errs9 = errors;
                      if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5)))
                        return validate102.errors = [{ instancePath: instancePath + "/loginMode", schemaPath: "#/properties/loginMode/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                      var valid0 = _errs9 === errors;
                    } else
                      var valid0 = !0;
                    if (valid0) {
                      if (data.applicationType !== void 0) {
                        let data6 = data.applicationType, _errs11 = errors;
                        if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6)))
                          return validate102.errors = [{ instancePath: instancePath + "/applicationType", schemaPath: "#/properties/applicationType/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                        var valid0 = _errs11 === errors;
                      } else
                        var valid0 = !0;
                      if (valid0) {
                        if (data.client !== void 0) {
                          let _errs13 = errors;
                          if (typeof data.client != "string")
                            return validate102.errors = [{ instancePath: instancePath + "/client", schemaPath: "#/properties/client/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                          var valid0 = _errs13 === errors;
                        } else
                          var valid0 = !0;
                        if (valid0) {
                          if (data.dateConnectionCreated !== void 0) {
                            let _errs15 = errors;
                            validate55(data.dateConnectionCreated, { instancePath: instancePath + "/dateConnectionCreated", parentData: data, parentDataProperty: "dateConnectionCreated", rootData }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length);
                            var valid0 = _errs15 === errors;
                          } else
                            var valid0 = !0;
                          if (valid0) {
                            if (data.duration !== void 0) {
                              let data9 = data.duration, _errs16 = errors;
                              if (!(typeof data9 == "number" && !(data9 % 1) && !isNaN(data9) && isFinite(data9)))
                                return validate102.errors = [{ instancePath: instancePath + "/duration", schemaPath: "#/properties/duration/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                              if (errors === _errs16 && typeof data9 == "number" && isFinite(data9) && (data9 < 0 || isNaN(data9)))
                                return validate102.errors = [{ instancePath: instancePath + "/duration", schemaPath: "#/properties/duration/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }], !1;
                              var valid0 = _errs16 === errors;
                            } else
                              var valid0 = !0;
                            if (valid0) {
                              if (data.idleTime !== void 0) {
                                let data10 = data.idleTime, _errs18 = errors;
                                if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10)))
                                  return validate102.errors = [{ instancePath: instancePath + "/idleTime", schemaPath: "#/properties/idleTime/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                                if (errors === _errs18 && typeof data10 == "number" && isFinite(data10) && (data10 < 0 || isNaN(data10)))
                                  return validate102.errors = [{ instancePath: instancePath + "/idleTime", schemaPath: "#/properties/idleTime/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }], !1;
                                var valid0 = _errs18 === errors;
                              } else
                                var valid0 = !0;
                              if (valid0) {
                                if (data.configLevel !== void 0) {
                                  let _errs20 = errors;
                                  if (typeof data.configLevel != "boolean")
                                    return validate102.errors = [{ instancePath: instancePath + "/configLevel", schemaPath: "#/properties/configLevel/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                                  var valid0 = _errs20 === errors;
                                } else
                                  var valid0 = !0;
                                if (valid0) {
                                  if (data.openJobsCount !== void 0) {
                                    let data12 = data.openJobsCount, _errs22 = errors;
                                    if (!(typeof data12 == "number" && !(data12 % 1) && !isNaN(data12) && isFinite(data12)))
                                      return validate102.errors = [{ instancePath: instancePath + "/openJobsCount", schemaPath: "#/properties/openJobsCount/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                                    if (errors === _errs22 && typeof data12 == "number" && isFinite(data12) && (data12 < 0 || isNaN(data12)))
                                      return validate102.errors = [{ instancePath: instancePath + "/openJobsCount", schemaPath: "#/properties/openJobsCount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }], !1;
                                    var valid0 = _errs22 === errors;
                                  } else
                                    var valid0 = !0;
                                  if (valid0) {
                                    if (data.projects !== void 0) {
                                      let data13 = data.projects, _errs24 = errors;
                                      if (errors === _errs24)
                                        if (Array.isArray(data13)) {
                                          var valid1 = !0;
                                          let len0 = data13.length;
                                          for (let i0 = 0; i0 < len0; i0++) {
                                            let _errs26 = errors;
                                            validate54(data13[i0], { instancePath: instancePath + "/projects/" + i0, parentData: data13, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors), errors = vErrors.length);
                                            var valid1 = _errs26 === errors;
                                            if (!valid1)
                                              break;
                                          }
                                        } else
                                          return validate102.errors = [{ instancePath: instancePath + "/projects", schemaPath: "#/properties/projects/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
                                      var valid0 = _errs24 === errors;
                                    } else
                                      var valid0 = !0;
                                    if (valid0)
                                      if (data.current !== void 0) {
                                        let _errs27 = errors;
                                        if (typeof data.current != "boolean")
                                          return validate102.errors = [{ instancePath: instancePath + "/current", schemaPath: "#/properties/current/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                                        var valid0 = _errs27 === errors;
                                      } else
                                        var valid0 = !0;
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return validate102.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate102.errors = vErrors, errors === 0;
}
function validate101(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.userConnections === void 0 && (missing0 = "userConnections"))
        return validate101.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (key0 !== "userConnections") {
            return validate101.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.userConnections !== void 0) {
          let data0 = data.userConnections;
          if (errors === errors)
            if (Array.isArray(data0)) {
              var valid1 = !0;
              let len0 = data0.length;
              for (let i0 = 0; i0 < len0; i0++) {
                let _errs4 = errors;
                validate102(data0[i0], { instancePath: instancePath + "/userConnections/" + i0, parentData: data0, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors), errors = vErrors.length);
                var valid1 = _errs4 === errors;
                if (!valid1)
                  break;
              }
            } else
              return validate101.errors = [{ instancePath: instancePath + "/userConnections", schemaPath: "#/properties/userConnections/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
        }
      }
    } else
      return validate101.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate101.errors = vErrors, errors === 0;
}
function validate109(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.userConnectionIds === void 0 && (missing0 = "userConnectionIds"))
        return validate109.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.userConnectionIds !== void 0) {
        let data0 = data.userConnectionIds;
        if (errors === errors)
          if (Array.isArray(data0)) {
            if (data0.length > 1e3)
              return validate109.errors = [{ instancePath: instancePath + "/userConnectionIds", schemaPath: "#/properties/userConnectionIds/maxItems", keyword: "maxItems", params: { limit: 1e3 }, message: "must NOT have more than 1000 items" }], !1;
            if (data0.length < 1)
              return validate109.errors = [{ instancePath: instancePath + "/userConnectionIds", schemaPath: "#/properties/userConnectionIds/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }], !1;
            {
              var valid1 = !0;
              let len0 = data0.length;
              for (let i0 = 0; i0 < len0; i0++) {
                let _errs3 = errors;
                validate76(data0[i0], { instancePath: instancePath + "/userConnectionIds/" + i0, parentData: data0, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length);
                var valid1 = _errs3 === errors;
                if (!valid1)
                  break;
              }
            }
          } else
            return validate109.errors = [{ instancePath: instancePath + "/userConnectionIds", schemaPath: "#/properties/userConnectionIds/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
      }
    } else
      return validate109.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate109.errors = vErrors, errors === 0;
}
var schema45 = { type: "object", additionalProperties: !1, required: ["deleteUserConnectionsStatus"], properties: { deleteUserConnectionsStatus: { type: "array", items: { type: "object", additionalProperties: !1, required: ["id", "status"], properties: { id: { $ref: "ConnectionId" }, status: { type: "integer", enum: [204, 404] }, message: { type: "string" } } } } } };
function validate111(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.deleteUserConnectionsStatus === void 0 && (missing0 = "deleteUserConnectionsStatus"))
        return validate111.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (key0 !== "deleteUserConnectionsStatus") {
            return validate111.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.deleteUserConnectionsStatus !== void 0) {
          let data0 = data.deleteUserConnectionsStatus;
          if (errors === errors)
            if (Array.isArray(data0)) {
              var valid1 = !0;
              let len0 = data0.length;
              for (let i0 = 0; i0 < len0; i0++) {
                let data1 = data0[i0], _errs4 = errors;
                if (errors === _errs4)
                  if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                    let missing1;
                    if (data1.id === void 0 && (missing1 = "id") || data1.status === void 0 && (missing1 = "status"))
                      return validate111.errors = [{ instancePath: instancePath + "/deleteUserConnectionsStatus/" + i0, schemaPath: "#/properties/deleteUserConnectionsStatus/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }], !1;
                    {
                      let _errs6 = errors;
                      for (let key1 in data1)
                        if (!(key1 === "id" || key1 === "status" || key1 === "message")) {
                          return validate111.errors = [{ instancePath: instancePath + "/deleteUserConnectionsStatus/" + i0, schemaPath: "#/properties/deleteUserConnectionsStatus/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }], !1;
                          break;
                        }
                      if (_errs6 === errors) {
                        if (data1.id !== void 0) {
                          let _errs7 = errors;
                          validate76(data1.id, { instancePath: instancePath + "/deleteUserConnectionsStatus/" + i0 + "/id", parentData: data1, parentDataProperty: "id", rootData }) || (vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors), errors = vErrors.length);
                          var valid2 = _errs7 === errors;
                        } else
                          var valid2 = !0;
                        if (valid2) {
                          if (data1.status !== void 0) {
                            let data3 = data1.status, _errs8 = errors;
                            if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3)))
                              return validate111.errors = [{ instancePath: instancePath + "/deleteUserConnectionsStatus/" + i0 + "/status", schemaPath: "#/properties/deleteUserConnectionsStatus/items/properties/status/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                            if (!(data3 === 204 || data3 === 404))
                              return validate111.errors = [{ instancePath: instancePath + "/deleteUserConnectionsStatus/" + i0 + "/status", schemaPath: "#/properties/deleteUserConnectionsStatus/items/properties/status/enum", keyword: "enum", params: { allowedValues: schema45.properties.deleteUserConnectionsStatus.items.properties.status.enum }, message: "must be equal to one of the allowed values" }], !1;
                            var valid2 = _errs8 === errors;
                          } else
                            var valid2 = !0;
                          if (valid2)
                            if (data1.message !== void 0) {
                              let _errs10 = errors;
                              if (typeof data1.message != "string")
                                return validate111.errors = [{ instancePath: instancePath + "/deleteUserConnectionsStatus/" + i0 + "/message", schemaPath: "#/properties/deleteUserConnectionsStatus/items/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                              var valid2 = _errs10 === errors;
                            } else
                              var valid2 = !0;
                        }
                      }
                    }
                  } else
                    return validate111.errors = [{ instancePath: instancePath + "/deleteUserConnectionsStatus/" + i0, schemaPath: "#/properties/deleteUserConnectionsStatus/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
                var valid1 = _errs4 === errors;
                if (!valid1)
                  break;
              }
            } else
              return validate111.errors = [{ instancePath: instancePath + "/deleteUserConnectionsStatus", schemaPath: "#/properties/deleteUserConnectionsStatus/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
        }
      }
    } else
      return validate111.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate111.errors = vErrors, errors === 0;
}
var schema46 = { type: "object", additionalProperties: !1, required: ["id", "name", "abbreviation", "username", "fullName", "initials", "description", "email", "enabled", "standardAuth", "passwordModifiable", "requireNewPassword", "locked", "type", "subtype", "extType", "acg", "version", "iconPath", "owner", "dateCreated", "dateModified"], properties: { id: { $ref: "ObjectId" }, name: { type: "string" }, abbreviation: { type: "string" }, username: { type: "string" }, fullName: { type: "string" }, initials: { type: "string" }, description: { type: "string" }, email: { type: "string" }, enabled: { type: "boolean" }, standardAuth: { type: "boolean" }, passwordModifiable: { type: "boolean" }, requireNewPassword: { type: "boolean" }, passwordExpirationDate: { $ref: "Timestamp" }, locked: { type: "boolean" }, lockedUntil: { $ref: "Timestamp" }, type: { type: "integer", const: 34 }, subtype: { type: "integer", const: 8704 }, extType: { type: "integer" }, acg: { type: "integer" }, version: { type: "string", pattern: "^[0-9A-F]{32}$" }, iconPath: { type: "string" }, owner: { $ref: "Owner" }, dateCreated: { $ref: "Timestamp" }, dateModified: { $ref: "Timestamp" } } };
function validate117(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.name === void 0 && (missing0 = "name") || data.id === void 0 && (missing0 = "id"))
        return validate117.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (!(key0 === "name" || key0 === "id")) {
            return validate117.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.name !== void 0) {
            let _errs2 = errors;
            if (typeof data.name != "string")
              return validate117.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.id !== void 0) {
              let _errs4 = errors;
              validate54(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData }) || (vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors), errors = vErrors.length);
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate117.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate117.errors = vErrors, errors === 0;
}
function validate113(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.id === void 0 && (missing0 = "id") || data.name === void 0 && (missing0 = "name") || data.abbreviation === void 0 && (missing0 = "abbreviation") || data.username === void 0 && (missing0 = "username") || data.fullName === void 0 && (missing0 = "fullName") || data.initials === void 0 && (missing0 = "initials") || data.description === void 0 && (missing0 = "description") || data.email === void 0 && (missing0 = "email") || data.enabled === void 0 && (missing0 = "enabled") || data.standardAuth === void 0 && (missing0 = "standardAuth") || data.passwordModifiable === void 0 && (missing0 = "passwordModifiable") || data.requireNewPassword === void 0 && (missing0 = "requireNewPassword") || data.locked === void 0 && (missing0 = "locked") || data.type === void 0 && (missing0 = "type") || data.subtype === void 0 && (missing0 = "subtype") || data.extType === void 0 && (missing0 = "extType") || data.acg === void 0 && (missing0 = "acg") || data.version === void 0 && (missing0 = "version") || data.iconPath === void 0 && (missing0 = "iconPath") || data.owner === void 0 && (missing0 = "owner") || data.dateCreated === void 0 && (missing0 = "dateCreated") || data.dateModified === void 0 && (missing0 = "dateModified"))
        return validate113.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (!func27.call(schema46.properties, key0)) {
            return validate113.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.id !== void 0) {
            let _errs2 = errors;
            validate54(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData }) || (vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors), errors = vErrors.length);
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.name !== void 0) {
              let _errs3 = errors;
              if (typeof data.name != "string")
                return validate113.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs3 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.abbreviation !== void 0) {
                let _errs5 = errors;
                if (typeof data.abbreviation != "string")
                  return validate113.errors = [{ instancePath: instancePath + "/abbreviation", schemaPath: "#/properties/abbreviation/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs5 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.username !== void 0) {
                  let _errs7 = errors;
                  if (typeof data.username != "string")
                    return validate113.errors = [{ instancePath: instancePath + "/username", schemaPath: "#/properties/username/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  var valid0 = _errs7 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.fullName !== void 0) {
                    let _errs9 = errors;
                    if (typeof data.fullName != "string")
                      return validate113.errors = [{ instancePath: instancePath + "/fullName", schemaPath: "#/properties/fullName/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                    var valid0 = _errs9 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0) {
                    if (data.initials !== void 0) {
                      let _errs11 = errors;
                      if (typeof data.initials != "string")
                        return validate113.errors = [{ instancePath: instancePath + "/initials", schemaPath: "#/properties/initials/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                      var valid0 = _errs11 === errors;
                    } else
                      var valid0 = !0;
                    if (valid0) {
                      if (data.description !== void 0) {
                        let _errs13 = errors;
                        if (typeof data.description != "string")
                          return validate113.errors = [{ instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                        var valid0 = _errs13 === errors;
                      } else
                        var valid0 = !0;
                      if (valid0) {
                        if (data.email !== void 0) {
                          let _errs15 = errors;
                          if (typeof data.email != "string")
                            return validate113.errors = [{ instancePath: instancePath + "/email", schemaPath: "#/properties/email/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                          var valid0 = _errs15 === errors;
                        } else
                          var valid0 = !0;
                        if (valid0) {
                          if (data.enabled !== void 0) {
                            let _errs17 = errors;
                            if (typeof data.enabled != "boolean")
                              return validate113.errors = [{ instancePath: instancePath + "/enabled", schemaPath: "#/properties/enabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                            var valid0 = _errs17 === errors;
                          } else
                            var valid0 = !0;
                          if (valid0) {
                            if (data.standardAuth !== void 0) {
                              let _errs19 = errors;
                              if (typeof data.standardAuth != "boolean")
                                return validate113.errors = [{ instancePath: instancePath + "/standardAuth", schemaPath: "#/properties/standardAuth/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                              var valid0 = _errs19 === errors;
                            } else
                              var valid0 = !0;
                            if (valid0) {
                              if (data.passwordModifiable !== void 0) {
                                let _errs21 = errors;
                                if (typeof data.passwordModifiable != "boolean")
                                  return validate113.errors = [{ instancePath: instancePath + "/passwordModifiable", schemaPath: "#/properties/passwordModifiable/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                                var valid0 = _errs21 === errors;
                              } else
                                var valid0 = !0;
                              if (valid0) {
                                if (data.requireNewPassword !== void 0) {
                                  let _errs23 = errors;
                                  if (typeof data.requireNewPassword != "boolean")
                                    return validate113.errors = [{ instancePath: instancePath + "/requireNewPassword", schemaPath: "#/properties/requireNewPassword/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                                  var valid0 = _errs23 === errors;
                                } else
                                  var valid0 = !0;
                                if (valid0) {
                                  if (data.passwordExpirationDate !== void 0) {
                                    let _errs25 = errors;
                                    validate55(data.passwordExpirationDate, { instancePath: instancePath + "/passwordExpirationDate", parentData: data, parentDataProperty: "passwordExpirationDate", rootData }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length);
                                    var valid0 = _errs25 === errors;
                                  } else
                                    var valid0 = !0;
                                  if (valid0) {
                                    if (data.locked !== void 0) {
                                      let _errs26 = errors;
                                      if (typeof data.locked != "boolean")
                                        return validate113.errors = [{ instancePath: instancePath + "/locked", schemaPath: "#/properties/locked/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                                      var valid0 = _errs26 === errors;
                                    } else
                                      var valid0 = !0;
                                    if (valid0) {
                                      if (data.lockedUntil !== void 0) {
                                        let _errs28 = errors;
                                        validate55(data.lockedUntil, { instancePath: instancePath + "/lockedUntil", parentData: data, parentDataProperty: "lockedUntil", rootData }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length);
                                        var valid0 = _errs28 === errors;
                                      } else
                                        var valid0 = !0;
                                      if (valid0) {
                                        if (data.type !== void 0) {
                                          let data15 = data.type, _errs29 = errors;
                                          if (!(typeof data15 == "number" && !(data15 % 1) && !isNaN(data15) && isFinite(data15)))
                                            return validate113.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                                          if (data15 !== 34)
                                            return validate113.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: 34 }, message: "must be equal to constant" }], !1;
                                          var valid0 = _errs29 === errors;
                                        } else
                                          var valid0 = !0;
                                        if (valid0) {
                                          if (data.subtype !== void 0) {
                                            let data16 = data.subtype, _errs31 = errors;
                                            if (!(typeof data16 == "number" && !(data16 % 1) && !isNaN(data16) && isFinite(data16)))
                                              return validate113.errors = [{ instancePath: instancePath + "/subtype", schemaPath: "#/properties/subtype/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                                            if (data16 !== 8704)
                                              return validate113.errors = [{ instancePath: instancePath + "/subtype", schemaPath: "#/properties/subtype/const", keyword: "const", params: { allowedValue: 8704 }, message: "must be equal to constant" }], !1;
                                            var valid0 = _errs31 === errors;
                                          } else
                                            var valid0 = !0;
                                          if (valid0) {
                                            if (data.extType !== void 0) {
                                              let data17 = data.extType, _errs33 = errors;
                                              if (!(typeof data17 == "number" && !(data17 % 1) && !isNaN(data17) && isFinite(data17)))
                                                return validate113.errors = [{ instancePath: instancePath + "/extType", schemaPath: "#/properties/extType/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                                              var valid0 = _errs33 === errors;
                                            } else
                                              var valid0 = !0;
                                            if (valid0) {
                                              if (data.acg !== void 0) {
                                                let data18 = data.acg, _errs35 = errors;
                                                if (!(typeof data18 == "number" && !(data18 % 1) && !isNaN(data18) && isFinite(data18)))
                                                  return validate113.errors = [{ instancePath: instancePath + "/acg", schemaPath: "#/properties/acg/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                                                var valid0 = _errs35 === errors;
                                              } else
                                                var valid0 = !0;
                                              if (valid0) {
                                                if (data.version !== void 0) {
                                                  let data19 = data.version, _errs37 = errors;
                                                  if (errors === _errs37)
                                                    if (typeof data19 == "string") {
                                                      if (!pattern5.test(data19))
                                                        return validate113.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/pattern", keyword: "pattern", params: { pattern: "^[0-9A-F]{32}$" }, message: 'must match pattern "^[0-9A-F]{32}$"' }], !1;
                                                    } else
                                                      return validate113.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                                                  var valid0 = _errs37 === errors;
                                                } else
                                                  var valid0 = !0;
                                                if (valid0) {
                                                  if (data.iconPath !== void 0) {
                                                    let _errs39 = errors;
                                                    if (typeof data.iconPath != "string")
                                                      return validate113.errors = [{ instancePath: instancePath + "/iconPath", schemaPath: "#/properties/iconPath/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                                                    var valid0 = _errs39 === errors;
                                                  } else
                                                    var valid0 = !0;
                                                  if (valid0) {
                                                    if (data.owner !== void 0) {
                                                      let _errs41 = errors;
                                                      validate117(data.owner, { instancePath: instancePath + "/owner", parentData: data, parentDataProperty: "owner", rootData }) || (vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors), errors = vErrors.length);
                                                      var valid0 = _errs41 === errors;
                                                    } else
                                                      var valid0 = !0;
                                                    if (valid0) {
                                                      if (data.dateCreated !== void 0) {
                                                        let _errs42 = errors;
                                                        validate55(data.dateCreated, { instancePath: instancePath + "/dateCreated", parentData: data, parentDataProperty: "dateCreated", rootData }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length);
                                                        var valid0 = _errs42 === errors;
                                                      } else
                                                        var valid0 = !0;
                                                      if (valid0)
                                                        if (data.dateModified !== void 0) {
                                                          let _errs43 = errors;
                                                          validate55(data.dateModified, { instancePath: instancePath + "/dateModified", parentData: data, parentDataProperty: "dateModified", rootData }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length);
                                                          var valid0 = _errs43 === errors;
                                                        } else
                                                          var valid0 = !0;
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return validate113.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate113.errors = vErrors, errors === 0;
}
var pattern12 = new RegExp("^([Aa][Dd][Dd]|[Rr][Ee][Pp][Ll][Aa][Cc][Ee]|[Rr][Ee][Mm][Oo][Vv][Ee])$", "u");
function validate123(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.op === void 0 && (missing0 = "op") || data.path === void 0 && (missing0 = "path"))
        return validate123.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.op !== void 0) {
        let data0 = data.op, _errs1 = errors;
        if (errors === _errs1)
          if (typeof data0 == "string") {
            if (ucs2length_default(data0) > 7)
              return validate123.errors = [{ instancePath: instancePath + "/op", schemaPath: "#/properties/op/maxLength", keyword: "maxLength", params: { limit: 7 }, message: "must NOT have more than 7 characters" }], !1;
            if (!pattern12.test(data0))
              return validate123.errors = [{ instancePath: instancePath + "/op", schemaPath: "#/properties/op/pattern", keyword: "pattern", params: { pattern: "^([Aa][Dd][Dd]|[Rr][Ee][Pp][Ll][Aa][Cc][Ee]|[Rr][Ee][Mm][Oo][Vv][Ee])$" }, message: 'must match pattern "^([Aa][Dd][Dd]|[Rr][Ee][Pp][Ll][Aa][Cc][Ee]|[Rr][Ee][Mm][Oo][Vv][Ee])$"' }], !1;
          } else
            return validate123.errors = [{ instancePath: instancePath + "/op", schemaPath: "#/properties/op/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.path !== void 0) {
          let data1 = data.path, _errs3 = errors;
          if (errors === _errs3)
            if (typeof data1 == "string") {
              if (ucs2length_default(data1) > 64)
                return validate123.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
              if (ucs2length_default(data1) < 1)
                return validate123.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate123.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.value !== void 0) {
            let data2 = data.value, _errs5 = errors, _errs6 = errors, valid1 = !1, _errs7 = errors;
            if (errors === _errs7)
              if (typeof data2 == "string") {
                if (ucs2length_default(data2) > 1024) {
                  let err0 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/anyOf/0/maxLength", keyword: "maxLength", params: { limit: 1024 }, message: "must NOT have more than 1024 characters" };
                  vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                }
              } else {
                let err1 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
              }
            var _valid0 = _errs7 === errors;
            if (valid1 = valid1 || _valid0, !valid1) {
              let _errs9 = errors;
              if (typeof data2 != "boolean") {
                let err2 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/anyOf/1/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
              }
              var _valid0 = _errs9 === errors;
              if (valid1 = valid1 || _valid0, !valid1) {
                let _errs11 = errors;
                if (data2 !== null) {
                  let err3 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/anyOf/2/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                  vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                }
                var _valid0 = _errs11 === errors;
                valid1 = valid1 || _valid0;
              }
            }
            if (valid1)
              errors = _errs6, vErrors !== null && (_errs6 ? vErrors.length = _errs6 : vErrors = null);
            else {
              let err4 = { instancePath: instancePath + "/value", schemaPath: "#/properties/value/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
              return vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++, validate123.errors = vErrors, !1;
            }
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate123.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate123.errors = vErrors, errors === 0;
}
function validate122(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.operationList === void 0 && (missing0 = "operationList"))
        return validate122.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.operationList !== void 0) {
        let data0 = data.operationList;
        if (errors === errors)
          if (Array.isArray(data0)) {
            if (data0.length > 32)
              return validate122.errors = [{ instancePath: instancePath + "/operationList", schemaPath: "#/properties/operationList/maxItems", keyword: "maxItems", params: { limit: 32 }, message: "must NOT have more than 32 items" }], !1;
            if (data0.length < 1)
              return validate122.errors = [{ instancePath: instancePath + "/operationList", schemaPath: "#/properties/operationList/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }], !1;
            {
              var valid1 = !0;
              let len0 = data0.length;
              for (let i0 = 0; i0 < len0; i0++) {
                let _errs3 = errors;
                validate123(data0[i0], { instancePath: instancePath + "/operationList/" + i0, parentData: data0, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate123.errors : vErrors.concat(validate123.errors), errors = vErrors.length);
                var valid1 = _errs3 === errors;
                if (!valid1)
                  break;
              }
            }
          } else
            return validate122.errors = [{ instancePath: instancePath + "/operationList", schemaPath: "#/properties/operationList/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
      }
    } else
      return validate122.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate122.errors = vErrors, errors === 0;
}
function validate125(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.modes === void 0 && (missing0 = "modes"))
        return validate125.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (key0 !== "modes") {
            return validate125.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.modes !== void 0) {
          let data0 = data.modes;
          if (errors === errors)
            if (Array.isArray(data0)) {
              var valid1 = !0;
              let len0 = data0.length;
              for (let i0 = 0; i0 < len0; i0++) {
                let data1 = data0[i0], _errs4 = errors;
                if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1)))
                  return validate125.errors = [{ instancePath: instancePath + "/modes/" + i0, schemaPath: "#/properties/modes/items/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                var valid1 = _errs4 === errors;
                if (!valid1)
                  break;
              }
              if (valid1) {
                let i1 = data0.length, j0;
                if (i1 > 1) {
                  let indices0 = {};
                  for (; i1--; ) {
                    let item0 = data0[i1];
                    if (typeof item0 == "number" && !(item0 % 1) && !isNaN(item0) && isFinite(item0)) {
                      if (typeof indices0[item0] == "number") {
                        return j0 = indices0[item0], validate125.errors = [{ instancePath: instancePath + "/modes", schemaPath: "#/properties/modes/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" }], !1;
                        break;
                      }
                      indices0[item0] = i1;
                    }
                  }
                }
              }
            } else
              return validate125.errors = [{ instancePath: instancePath + "/modes", schemaPath: "#/properties/modes/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
        }
      }
    } else
      return validate125.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate125.errors = vErrors, errors === 0;
}
var schema52 = { type: "object", additionalProperties: !1, required: ["id", "issuer", "mstrIam", "blockAutoProvisioning", "nativeClientId", "clientId", "redirectUri", "scopes", "vendor", "default", "metadata_endpoint"], properties: { id: { type: "string" }, issuer: { type: "string" }, mstrIam: { type: "boolean" }, blockAutoProvisioning: { type: "boolean" }, endSessionEndpoint: { type: "string" }, nativeClientId: { type: "string" }, clientId: { type: "string" }, redirectUri: { type: "string" }, scopes: { type: "array", items: { type: "string" } }, vendor: { type: "object", additionalProperties: !1, required: ["name", "version"], properties: { name: { type: "string" }, version: { type: "string" } } }, default: { type: "boolean" }, metadata_endpoint: { type: "string" }, authorization_endpoint: { type: "string" }, token_endpoint: { type: "string" }, userinfo_endpoint: { type: "string" }, jwks_uri: { type: "string" } } };
function validate127(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.id === void 0 && (missing0 = "id") || data.issuer === void 0 && (missing0 = "issuer") || data.mstrIam === void 0 && (missing0 = "mstrIam") || data.blockAutoProvisioning === void 0 && (missing0 = "blockAutoProvisioning") || data.nativeClientId === void 0 && (missing0 = "nativeClientId") || data.clientId === void 0 && (missing0 = "clientId") || data.redirectUri === void 0 && (missing0 = "redirectUri") || data.scopes === void 0 && (missing0 = "scopes") || data.vendor === void 0 && (missing0 = "vendor") || data.default === void 0 && (missing0 = "default") || data.metadata_endpoint === void 0 && (missing0 = "metadata_endpoint"))
        return validate127.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (!func27.call(schema52.properties, key0)) {
            return validate127.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.id !== void 0) {
            let _errs2 = errors;
            if (typeof data.id != "string")
              return validate127.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.issuer !== void 0) {
              let _errs4 = errors;
              if (typeof data.issuer != "string")
                return validate127.errors = [{ instancePath: instancePath + "/issuer", schemaPath: "#/properties/issuer/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.mstrIam !== void 0) {
                let _errs6 = errors;
                if (typeof data.mstrIam != "boolean")
                  return validate127.errors = [{ instancePath: instancePath + "/mstrIam", schemaPath: "#/properties/mstrIam/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                var valid0 = _errs6 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.blockAutoProvisioning !== void 0) {
                  let _errs8 = errors;
                  if (typeof data.blockAutoProvisioning != "boolean")
                    return validate127.errors = [{ instancePath: instancePath + "/blockAutoProvisioning", schemaPath: "#/properties/blockAutoProvisioning/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                  var valid0 = _errs8 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.endSessionEndpoint !== void 0) {
                    let _errs10 = errors;
                    if (typeof data.endSessionEndpoint != "string")
                      return validate127.errors = [{ instancePath: instancePath + "/endSessionEndpoint", schemaPath: "#/properties/endSessionEndpoint/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                    var valid0 = _errs10 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0) {
                    if (data.nativeClientId !== void 0) {
                      let _errs12 = errors;
                      if (typeof data.nativeClientId != "string")
                        return validate127.errors = [{ instancePath: instancePath + "/nativeClientId", schemaPath: "#/properties/nativeClientId/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                      var valid0 = _errs12 === errors;
                    } else
                      var valid0 = !0;
                    if (valid0) {
                      if (data.clientId !== void 0) {
                        let _errs14 = errors;
                        if (typeof data.clientId != "string")
                          return validate127.errors = [{ instancePath: instancePath + "/clientId", schemaPath: "#/properties/clientId/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                        var valid0 = _errs14 === errors;
                      } else
                        var valid0 = !0;
                      if (valid0) {
                        if (data.redirectUri !== void 0) {
                          let _errs16 = errors;
                          if (typeof data.redirectUri != "string")
                            return validate127.errors = [{ instancePath: instancePath + "/redirectUri", schemaPath: "#/properties/redirectUri/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                          var valid0 = _errs16 === errors;
                        } else
                          var valid0 = !0;
                        if (valid0) {
                          if (data.scopes !== void 0) {
                            let data8 = data.scopes, _errs18 = errors;
                            if (errors === _errs18)
                              if (Array.isArray(data8)) {
                                var valid1 = !0;
                                let len0 = data8.length;
                                for (let i0 = 0; i0 < len0; i0++) {
                                  let _errs20 = errors;
                                  if (typeof data8[i0] != "string")
                                    return validate127.errors = [{ instancePath: instancePath + "/scopes/" + i0, schemaPath: "#/properties/scopes/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                                  var valid1 = _errs20 === errors;
                                  if (!valid1)
                                    break;
                                }
                              } else
                                return validate127.errors = [{ instancePath: instancePath + "/scopes", schemaPath: "#/properties/scopes/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
                            var valid0 = _errs18 === errors;
                          } else
                            var valid0 = !0;
                          if (valid0) {
                            if (data.vendor !== void 0) {
                              let data10 = data.vendor, _errs22 = errors;
                              if (errors === _errs22)
                                if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
                                  let missing1;
                                  if (data10.name === void 0 && (missing1 = "name") || data10.version === void 0 && (missing1 = "version"))
                                    return validate127.errors = [{ instancePath: instancePath + "/vendor", schemaPath: "#/properties/vendor/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }], !1;
                                  {
                                    let _errs24 = errors;
                                    for (let key1 in data10)
                                      if (!(key1 === "name" || key1 === "version")) {
                                        return validate127.errors = [{ instancePath: instancePath + "/vendor", schemaPath: "#/properties/vendor/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }], !1;
                                        break;
                                      }
                                    if (_errs24 === errors) {
                                      if (data10.name !== void 0) {
                                        let _errs25 = errors;
                                        if (typeof data10.name != "string")
                                          return validate127.errors = [{ instancePath: instancePath + "/vendor/name", schemaPath: "#/properties/vendor/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                                        var valid2 = _errs25 === errors;
                                      } else
                                        var valid2 = !0;
                                      if (valid2)
                                        if (data10.version !== void 0) {
                                          let _errs27 = errors;
                                          if (typeof data10.version != "string")
                                            return validate127.errors = [{ instancePath: instancePath + "/vendor/version", schemaPath: "#/properties/vendor/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                                          var valid2 = _errs27 === errors;
                                        } else
                                          var valid2 = !0;
                                    }
                                  }
                                } else
                                  return validate127.errors = [{ instancePath: instancePath + "/vendor", schemaPath: "#/properties/vendor/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
                              var valid0 = _errs22 === errors;
                            } else
                              var valid0 = !0;
                            if (valid0) {
                              if (data.default !== void 0) {
                                let _errs29 = errors;
                                if (typeof data.default != "boolean")
                                  return validate127.errors = [{ instancePath: instancePath + "/default", schemaPath: "#/properties/default/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                                var valid0 = _errs29 === errors;
                              } else
                                var valid0 = !0;
                              if (valid0) {
                                if (data.metadata_endpoint !== void 0) {
                                  let _errs31 = errors;
                                  if (typeof data.metadata_endpoint != "string")
                                    return validate127.errors = [{ instancePath: instancePath + "/metadata_endpoint", schemaPath: "#/properties/metadata_endpoint/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                                  var valid0 = _errs31 === errors;
                                } else
                                  var valid0 = !0;
                                if (valid0) {
                                  if (data.authorization_endpoint !== void 0) {
                                    let _errs33 = errors;
                                    if (typeof data.authorization_endpoint != "string")
                                      return validate127.errors = [{ instancePath: instancePath + "/authorization_endpoint", schemaPath: "#/properties/authorization_endpoint/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                                    var valid0 = _errs33 === errors;
                                  } else
                                    var valid0 = !0;
                                  if (valid0) {
                                    if (data.token_endpoint !== void 0) {
                                      let _errs35 = errors;
                                      if (typeof data.token_endpoint != "string")
                                        return validate127.errors = [{ instancePath: instancePath + "/token_endpoint", schemaPath: "#/properties/token_endpoint/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                                      var valid0 = _errs35 === errors;
                                    } else
                                      var valid0 = !0;
                                    if (valid0) {
                                      if (data.userinfo_endpoint !== void 0) {
                                        let _errs37 = errors;
                                        if (typeof data.userinfo_endpoint != "string")
                                          return validate127.errors = [{ instancePath: instancePath + "/userinfo_endpoint", schemaPath: "#/properties/userinfo_endpoint/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                                        var valid0 = _errs37 === errors;
                                      } else
                                        var valid0 = !0;
                                      if (valid0)
                                        if (data.jwks_uri !== void 0) {
                                          let _errs39 = errors;
                                          if (typeof data.jwks_uri != "string")
                                            return validate127.errors = [{ instancePath: instancePath + "/jwks_uri", schemaPath: "#/properties/jwks_uri/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                                          var valid0 = _errs39 === errors;
                                        } else
                                          var valid0 = !0;
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return validate127.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate127.errors = vErrors, errors === 0;
}
function validate126(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.iams === void 0 && (missing0 = "iams"))
        return validate126.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (key0 !== "iams") {
            return validate126.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.iams !== void 0) {
          let data0 = data.iams;
          if (errors === errors)
            if (Array.isArray(data0)) {
              var valid1 = !0;
              let len0 = data0.length;
              for (let i0 = 0; i0 < len0; i0++) {
                let _errs4 = errors;
                validate127(data0[i0], { instancePath: instancePath + "/iams/" + i0, parentData: data0, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate127.errors : vErrors.concat(validate127.errors), errors = vErrors.length);
                var valid1 = _errs4 === errors;
                if (!valid1)
                  break;
              }
            } else
              return validate126.errors = [{ instancePath: instancePath + "/iams", schemaPath: "#/properties/iams/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
        }
      }
    } else
      return validate126.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate126.errors = vErrors, errors === 0;
}
var pattern13 = new RegExp("^[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}\\.[0-9]{5}[A-Z]?$", "u");
function validate130(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (typeof data == "string") {
      if (!pattern13.test(data))
        return validate130.errors = [{ instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}\\.[0-9]{5}[A-Z]?$" }, message: 'must match pattern "^[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}\\.[0-9]{5}[A-Z]?$"' }], !1;
    } else
      return validate130.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
  return validate130.errors = vErrors, errors === 0;
}
function validate129(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.upSince === void 0 && (missing0 = "upSince") || data.upTime === void 0 && (missing0 = "upTime") || data.upTimeText === void 0 && (missing0 = "upTimeText") || data.webVersion === void 0 && (missing0 = "webVersion") || data.isIServerConfigured === void 0 && (missing0 = "isIServerConfigured") || data.iServerVersion === void 0 && (missing0 = "iServerVersion") || data.minMobileCompatibleVersion === void 0 && (missing0 = "minMobileCompatibleVersion") || data.deploymentType === void 0 && (missing0 = "deploymentType"))
        return validate129.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (!(key0 === "upSince" || key0 === "upTime" || key0 === "upTimeText" || key0 === "webVersion" || key0 === "isIServerConfigured" || key0 === "iServerVersion" || key0 === "minMobileCompatibleVersion" || key0 === "deploymentType")) {
            return validate129.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.upSince !== void 0) {
            let data0 = data.upSince, _errs2 = errors;
            if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0)))
              return validate129.errors = [{ instancePath: instancePath + "/upSince", schemaPath: "#/properties/upSince/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
            if (errors === _errs2 && typeof data0 == "number" && isFinite(data0) && (data0 < 0 || isNaN(data0)))
              return validate129.errors = [{ instancePath: instancePath + "/upSince", schemaPath: "#/properties/upSince/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.upTime !== void 0) {
              let data1 = data.upTime, _errs4 = errors;
              if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1)))
                return validate129.errors = [{ instancePath: instancePath + "/upTime", schemaPath: "#/properties/upTime/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
              if (errors === _errs4 && typeof data1 == "number" && isFinite(data1) && (data1 < 0 || isNaN(data1)))
                return validate129.errors = [{ instancePath: instancePath + "/upTime", schemaPath: "#/properties/upTime/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.upTimeText !== void 0) {
                let _errs6 = errors;
                if (typeof data.upTimeText != "string")
                  return validate129.errors = [{ instancePath: instancePath + "/upTimeText", schemaPath: "#/properties/upTimeText/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs6 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.webVersion !== void 0) {
                  let _errs8 = errors;
                  validate130(data.webVersion, { instancePath: instancePath + "/webVersion", parentData: data, parentDataProperty: "webVersion", rootData }) || (vErrors = vErrors === null ? validate130.errors : vErrors.concat(validate130.errors), errors = vErrors.length);
                  var valid0 = _errs8 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.isIServerConfigured !== void 0) {
                    let _errs9 = errors;
                    if (typeof data.isIServerConfigured != "boolean")
                      return validate129.errors = [{ instancePath: instancePath + "/isIServerConfigured", schemaPath: "#/properties/isIServerConfigured/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                    var valid0 = _errs9 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0) {
                    if (data.iServerVersion !== void 0) {
                      let _errs11 = errors;
                      validate130(data.iServerVersion, { instancePath: instancePath + "/iServerVersion", parentData: data, parentDataProperty: "iServerVersion", rootData }) || (vErrors = vErrors === null ? validate130.errors : vErrors.concat(validate130.errors), errors = vErrors.length);
                      var valid0 = _errs11 === errors;
                    } else
                      var valid0 = !0;
                    if (valid0) {
                      if (data.minMobileCompatibleVersion !== void 0) {
                        let _errs12 = errors;
                        if (typeof data.minMobileCompatibleVersion != "string")
                          return validate129.errors = [{ instancePath: instancePath + "/minMobileCompatibleVersion", schemaPath: "#/properties/minMobileCompatibleVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                        var valid0 = _errs12 === errors;
                      } else
                        var valid0 = !0;
                      if (valid0)
                        if (data.deploymentType !== void 0) {
                          let _errs14 = errors;
                          if (typeof data.deploymentType != "string")
                            return validate129.errors = [{ instancePath: instancePath + "/deploymentType", schemaPath: "#/properties/deploymentType/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                          var valid0 = _errs14 === errors;
                        } else
                          var valid0 = !0;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return validate129.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate129.errors = vErrors, errors === 0;
}
var schema55 = { type: "object", additionalProperties: !1, required: ["acg", "id", "name", "alias", "description", "status", "dateCreated", "dateModified", "owner"], properties: { acg: { type: "integer" }, id: { $ref: "ObjectId" }, name: { type: "string" }, alias: { type: "string" }, description: { type: "string" }, status: { type: "integer" }, dateCreated: { $ref: "Timestamp" }, dateModified: { $ref: "Timestamp" }, owner: { $ref: "Owner" } } };
function validate133(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.acg === void 0 && (missing0 = "acg") || data.id === void 0 && (missing0 = "id") || data.name === void 0 && (missing0 = "name") || data.alias === void 0 && (missing0 = "alias") || data.description === void 0 && (missing0 = "description") || data.status === void 0 && (missing0 = "status") || data.dateCreated === void 0 && (missing0 = "dateCreated") || data.dateModified === void 0 && (missing0 = "dateModified") || data.owner === void 0 && (missing0 = "owner"))
        return validate133.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (!func27.call(schema55.properties, key0)) {
            return validate133.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.acg !== void 0) {
            let data0 = data.acg, _errs2 = errors;
            if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0)))
              return validate133.errors = [{ instancePath: instancePath + "/acg", schemaPath: "#/properties/acg/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.id !== void 0) {
              let _errs4 = errors;
              validate54(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData }) || (vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors), errors = vErrors.length);
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.name !== void 0) {
                let _errs5 = errors;
                if (typeof data.name != "string")
                  return validate133.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs5 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.alias !== void 0) {
                  let _errs7 = errors;
                  if (typeof data.alias != "string")
                    return validate133.errors = [{ instancePath: instancePath + "/alias", schemaPath: "#/properties/alias/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  var valid0 = _errs7 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.description !== void 0) {
                    let _errs9 = errors;
                    if (typeof data.description != "string")
                      return validate133.errors = [{ instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                    var valid0 = _errs9 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0) {
                    if (data.status !== void 0) {
                      let data5 = data.status, _errs11 = errors;
                      if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5)))
                        return validate133.errors = [{ instancePath: instancePath + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                      var valid0 = _errs11 === errors;
                    } else
                      var valid0 = !0;
                    if (valid0) {
                      if (data.dateCreated !== void 0) {
                        let _errs13 = errors;
                        validate55(data.dateCreated, { instancePath: instancePath + "/dateCreated", parentData: data, parentDataProperty: "dateCreated", rootData }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length);
                        var valid0 = _errs13 === errors;
                      } else
                        var valid0 = !0;
                      if (valid0) {
                        if (data.dateModified !== void 0) {
                          let _errs14 = errors;
                          validate55(data.dateModified, { instancePath: instancePath + "/dateModified", parentData: data, parentDataProperty: "dateModified", rootData }) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length);
                          var valid0 = _errs14 === errors;
                        } else
                          var valid0 = !0;
                        if (valid0)
                          if (data.owner !== void 0) {
                            let _errs15 = errors;
                            validate117(data.owner, { instancePath: instancePath + "/owner", parentData: data, parentDataProperty: "owner", rootData }) || (vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors), errors = vErrors.length);
                            var valid0 = _errs15 === errors;
                          } else
                            var valid0 = !0;
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return validate133.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate133.errors = vErrors, errors === 0;
}
var pattern14 = new RegExp("^ERR[0-9]{3,4}$", "u"), pattern15 = new RegExp("^[0-9a-f]{32}$", "u");
function validate138(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.code === void 0 && (missing0 = "code") || data.message === void 0 && (missing0 = "message") || data.ticketId === void 0 && (missing0 = "ticketId"))
        return validate138.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 in data)
          if (!(key0 === "code" || key0 === "message" || key0 === "ticketId" || key0 === "iServerCode")) {
            return validate138.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.code !== void 0) {
            let data0 = data.code, _errs2 = errors;
            if (errors === _errs2)
              if (typeof data0 == "string") {
                if (!pattern14.test(data0))
                  return validate138.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/properties/code/pattern", keyword: "pattern", params: { pattern: "^ERR[0-9]{3,4}$" }, message: 'must match pattern "^ERR[0-9]{3,4}$"' }], !1;
              } else
                return validate138.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.message !== void 0) {
              let _errs4 = errors;
              if (typeof data.message != "string")
                return validate138.errors = [{ instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.ticketId !== void 0) {
                let data2 = data.ticketId, _errs6 = errors;
                if (errors === _errs6)
                  if (typeof data2 == "string") {
                    if (!pattern15.test(data2))
                      return validate138.errors = [{ instancePath: instancePath + "/ticketId", schemaPath: "#/properties/ticketId/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{32}$" }, message: 'must match pattern "^[0-9a-f]{32}$"' }], !1;
                  } else
                    return validate138.errors = [{ instancePath: instancePath + "/ticketId", schemaPath: "#/properties/ticketId/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs6 === errors;
              } else
                var valid0 = !0;
              if (valid0)
                if (data.iServerCode !== void 0) {
                  let data3 = data.iServerCode, _errs8 = errors;
                  if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3)))
                    return validate138.errors = [{ instancePath: instancePath + "/iServerCode", schemaPath: "#/properties/iServerCode/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                  if (errors === _errs8 && typeof data3 == "number" && isFinite(data3)) {
                    if (data3 > 2147483647 || isNaN(data3))
                      return validate138.errors = [{ instancePath: instancePath + "/iServerCode", schemaPath: "#/properties/iServerCode/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 }, message: "must be <= 2147483647" }], !1;
                    if (data3 < -2147483648 || isNaN(data3))
                      return validate138.errors = [{ instancePath: instancePath + "/iServerCode", schemaPath: "#/properties/iServerCode/minimum", keyword: "minimum", params: { comparison: ">=", limit: -2147483648 }, message: "must be >= -2147483648" }], !1;
                  }
                  var valid0 = _errs8 === errors;
                } else
                  var valid0 = !0;
            }
          }
        }
      }
    } else
      return validate138.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate138.errors = vErrors, errors === 0;
}
function validate139(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (Array.isArray(data)) {
      if (data.length > 1)
        return validate139.errors = [{ instancePath, schemaPath: "#/maxItems", keyword: "maxItems", params: { limit: 1 }, message: "must NOT have more than 1 items" }], !1;
      {
        var valid0 = !0;
        let len0 = data.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let _errs1 = errors;
          validate93(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors), errors = vErrors.length);
          var valid0 = _errs1 === errors;
          if (!valid0)
            break;
        }
      }
    } else
      return validate139.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
  return validate139.errors = vErrors, errors === 0;
}
function validate141(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (Array.isArray(data)) {
      var valid0 = !0;
      let len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        let _errs1 = errors;
        validate113(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate113.errors : vErrors.concat(validate113.errors), errors = vErrors.length);
        var valid0 = _errs1 === errors;
        if (!valid0)
          break;
      }
    } else
      return validate141.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
  return validate141.errors = vErrors, errors === 0;
}
function validate143(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (Array.isArray(data)) {
      var valid0 = !0;
      let len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        let _errs1 = errors;
        validate133(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate133.errors : vErrors.concat(validate133.errors), errors = vErrors.length);
        var valid0 = _errs1 === errors;
        if (!valid0)
          break;
      }
    } else
      return validate143.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
  return validate143.errors = vErrors, errors === 0;
}

export const validateApiToken: Validator = validate90;
export const validateApiTokenInfo: Validator = validate93;
export const validateApiTokenRequest: Validator = validate88;
export const validateAuthModes: Validator = validate125;
export const validateChallengeRequest: Validator = validate70;
export const validateConnectionId: Validator = validate76;
export const validateDelegateRequest: Validator = validate68;
export const validateError: Validator = validate138;
export const validateGetApiTokens200: Validator = validate139;
export const validateGetProjects200: Validator = validate143;
export const validateGetUsers200: Validator = validate141;
export const validateIdentityToken: Validator = validate87;
export const validateIdentityTokenInfo: Validator = validate85;
export const validateLenientBoolean: Validator = validate53;
export const validateLenientInteger: Validator = validate52;
export const validateLocale: Validator = validate61;
export const validateLoginModes: Validator = validate100;
export const validateLoginModesRequest: Validator = validate97;
export const validateLoginRequest: Validator = validate56;
export const validateObjectId: Validator = validate54;
export const validateOidcNativeConfiguration: Validator = validate126;
export const validateOidcNativeProvider: Validator = validate127;
export const validateOidcTokens: Validator = validate69;
export const validateOwner: Validator = validate117;
export const validatePrivilege: Validator = validate80;
export const validatePrivileges: Validator = validate79;
export const validateProject: Validator = validate133;
export const validateProjectPrivilege: Validator = validate81;
export const validateSession: Validator = validate71;
export const validateStatus: Validator = validate129;
export const validateTimestamp: Validator = validate55;
export const validateUser: Validator = validate113;
export const validateUserConnection: Validator = validate102;
export const validateUserConnectionIds: Validator = validate109;
export const validateUserConnections: Validator = validate101;
export const validateUserConnectionsEnded: Validator = validate111;
export const validateUserInfo: Validator = validate73;
export const validateUserOperation: Validator = validate123;
export const validateUserOperations: Validator = validate122;
export const validateVerifiedSession: Validator = validate75;
export const validateVersion: Validator = validate130;
